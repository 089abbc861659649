// The data a flow reads: one set of customers at most, and collections of lines that belong to customers.
// Here the flow's own declaration and what was imported become one schema.
import type { Diagnostic, Field } from '@tierflow/definition';
import type { Flow } from '@tierflow/flow';

export interface CustomersSchema {
  readonly name: string;
  readonly key: string;
  readonly fields: readonly Field[];
}

export interface CollectionSchema {
  readonly name: string;
  /** Field that names the customer a line belongs to. */
  readonly customer: string;
  /** Field that dates a line. */
  readonly time?: string;
  readonly fields: readonly Field[];
}

/** Without customers, they are the distinct keys of the collections. */
export interface DataSchema {
  readonly customers?: CustomersSchema;
  readonly collections: readonly CollectionSchema[];
}

/** An imported data set: columns with types, and its role as far as the import was told. */
export interface ImportedDataSet {
  readonly name: string;
  readonly key?: string | undefined;
  readonly customer?: string | undefined;
  readonly time?: string | undefined;
  readonly fields: readonly Field[];
}

export interface DataSchemaResult {
  readonly schema: DataSchema;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The schema a flow is compiled against. What the flow declares wins over what was imported, type by type; imported
 * fields it does not list are readable too. Roles that neither states are guessed, and a diagnostic says how. The imported sets
 * are given in the flow's words (`mapDataSets`).
 */
export function dataSchemaOf(
  flow: Pick<Flow, 'data'> & Partial<Pick<Flow, 'nodes'>>,
  imported: readonly ImportedDataSet[] = [],
): DataSchemaResult {
  const diagnostics: Diagnostic[] = [];
  const sets = mergedSets(flow, imported, diagnostics);
  const roles = flow.data === undefined ? oneFamily(flow.nodes ?? [], withRoles(sets, diagnostics)) : sets;
  const customers = roles.filter((set) => set.customer === undefined);
  const [first, ...others] = customers;
  for (const other of others)
    diagnostics.push(remark('data.several-customers', 'error', other.name, { name: other.name, other: first?.name ?? '' }));
  return {
    schema: {
      ...(first === undefined ? {} : { customers: { name: first.name, key: first.key ?? guessedKey(first), fields: first.fields } }),
      collections: roles.flatMap((set) => (set.customer === undefined ? [] : [collectionOf(set, set.customer, diagnostics)])),
    },
    diagnostics,
  };
}

/**
 * Of a workspace with several sets of customers, the one the flow's nodes name, themselves or through a collection; else the set
 * called customers; else the first. With it, the collections that name its customers by the same column.
 */
function oneFamily(nodes: Flow['nodes'], sets: readonly ImportedDataSet[]): readonly ImportedDataSet[] {
  const named = nodes.flatMap(({ config }) => [config['data'], config['from']]).filter((name) => typeof name === 'string');
  const owners = sets.filter((set) => set.customer === undefined);
  const byCollection = sets
    .filter((set) => named.includes(set.name))
    .flatMap((set) => owners.filter((owner) => owner.key === set.customer));
  const chosen =
    owners.find((owner) => named.includes(owner.name)) ??
    byCollection[0] ??
    owners.find((owner) => owner.name === 'customers') ??
    owners[0];
  if (chosen === undefined || owners.length < 2) return sets;
  return sets.filter((set) => set === chosen || (set.customer !== undefined && set.customer === chosen.key));
}

/** Lines are stored under their customer, so the field that names it is no field of theirs: the customer's key is read instead. */
function collectionOf(set: ImportedDataSet, customer: string, diagnostics: Diagnostic[]): CollectionSchema {
  const fields = set.fields.filter((field) => field.name !== customer);
  const time = set.time === undefined ? undefined : set.fields.find((field) => field.name === set.time);
  if (set.time !== undefined && time?.type !== 'date' && time?.type !== 'datetime') {
    diagnostics.push(remark('data.time-not-a-date', 'error', set.name, { name: set.name, field: set.time }));
    return { name: set.name, customer, fields };
  }
  return { name: set.name, customer, fields, ...(set.time === undefined ? {} : { time: set.time }) };
}

/** Each data set once: declared fields first, then imported ones that are not declared. */
function mergedSets(flow: Pick<Flow, 'data'>, imported: readonly ImportedDataSet[], diagnostics: Diagnostic[]): readonly ImportedDataSet[] {
  if (flow.data === undefined) return imported;
  return Object.entries(flow.data).map(([name, declared]) => {
    const found = imported.find((set) => set.name === name);
    const own = declared.fields.map((field) => ({ name: field.name, type: field.type }));
    const { key, customer, time } = declared;
    if (found === undefined) return { name, key, customer, time, fields: own };
    const known = new Set(declared.fields.map((field) => field.name));
    const there = new Set(found.fields.map((field) => field.name));
    for (const field of declared.fields) {
      if (!there.has(field.name)) diagnostics.push(remark('data.field-not-imported', 'warning', name, { name, field: field.name }));
    }
    return {
      name,
      key: declared.key ?? found.key,
      customer: declared.customer ?? found.customer,
      time: declared.time ?? found.time,
      fields: [...own, ...found.fields.filter((field) => !known.has(field.name))],
    };
  });
}

/** Fills in keys, customers and times nobody stated, from the names and types of the fields. */
function withRoles(sets: readonly ImportedDataSet[], diagnostics: Diagnostic[]): readonly ImportedDataSet[] {
  const stated = sets.find((set) => set.customer === undefined && set.key !== undefined && set.time === undefined);
  const customers = stated ?? sets.find((set) => set.name === 'customers' && set.customer === undefined);
  const key = customers?.key ?? guessedKey(customers ?? sets[0]);
  return sets.map((set) => {
    if (set === customers || set.customer !== undefined)
      return set === customers && set.key === undefined ? guessed({ ...set, key }, 'key', key, diagnostics) : set;
    const time = set.time ?? set.fields.find((field) => field.type === 'datetime' || field.type === 'date')?.name;
    const belongs = set.fields.some((field) => field.name === key);
    const isCollection = belongs && (customers !== undefined || time !== undefined);
    if (!isCollection) return set.key === undefined ? guessed({ ...set, key: guessedKey(set) }, 'key', guessedKey(set), diagnostics) : set;
    return guessed({ ...set, customer: key, time }, 'customer', key, diagnostics);
  });
}

function guessedKey(set: ImportedDataSet | undefined): string {
  const names = set?.fields.map((field) => field.name) ?? [];
  const wanted = names.find(
    (name) => /^(customer|client|member|user)[_ -]?(id|no|key|code)$/i.test(name) || /^客户(编号|号|id)$/i.test(name),
  );
  return wanted ?? names.find((name) => /^(id|key)$/i.test(name)) ?? names[0] ?? 'customer_id';
}

function guessed(set: ImportedDataSet, role: string, field: string, diagnostics: Diagnostic[]): ImportedDataSet {
  diagnostics.push(remark('data.guessed-role', 'info', set.name, { name: set.name, role, field }));
  return set;
}

function remark(code: string, severity: Diagnostic['severity'], name: string, params: Diagnostic['params']): Diagnostic {
  return { code, severity, at: { path: `data.${name}` }, params };
}
