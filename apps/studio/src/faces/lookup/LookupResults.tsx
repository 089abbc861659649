// Where people are, if the node answers their province; and the way to have it answered, if it does not.
import { Button } from '@mantine/core';
import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { useFacts, useStudio } from '../../app/studio.ts';
import { addKind } from '../../canvas/adding.ts';
import { type FormScope, useForm, valueAt } from '../../inspector/form/form-scope.ts';
import results from '../../inspector/results/results.module.css';
import { useSpeech } from '../../words/use-words.ts';
import { ProvinceMap, type ProvincePeople } from './ProvinceMap.tsx';
import { provinceTiles } from './province-tiles.ts';

interface Answer {
  readonly show?: string;
  readonly as?: string;
}

export function LookupResults() {
  const form = useForm();
  if (valueAt(form, 'table') !== 'china-regions') return null;
  const answers = [{ show: valueAt(form, 'show'), as: valueAt(form, 'as') }, ...more(form)] as readonly Answer[];
  const column = answers.find(({ show }) => show === 'province')?.as;
  return (
    <section className={results.part} aria-label={form.word('map.title')}>
      <h3 className={results.partTitle}>{form.word('map.title')}</h3>
      {column === undefined ? <AskProvince form={form} taken={answers.map(({ as }) => as ?? '')} /> : <PeopleByProvince column={column} />}
    </section>
  );
}

function more(form: FormScope): readonly Answer[] {
  const value = valueAt(form, 'more');
  return Array.isArray(value) ? (value as readonly Answer[]) : [];
}

function AskProvince({ form, taken }: { readonly form: FormScope; readonly taken: readonly string[] }) {
  const names = ['province', 'province_name', 'home_province'];
  const free = names.find((name) => !taken.includes(name) && form.facts?.scope.has(name) !== true) ?? `${form.node.id}_province`;
  const add = () => form.set('more', [...more(form), { show: 'province', as: free }] as never);
  return (
    <>
      <p className={results.quiet}>{form.word('map.needsProvince')}</p>
      <Button size="xs" variant="default" onClick={add}>
        {form.word('map.add')}
      </Button>
    </>
  );
}

function PeopleByProvince({ column }: { readonly column: string }) {
  const { facts } = useStudio();
  const { text, exact } = useSpeech();
  const form = useForm();
  const { id } = form.node;
  const keepOnly = useKeepOnly(id);
  const values = form.facts?.makes.find(({ name }) => name === column)?.values;
  const there = values !== undefined;
  useEffect(() => (there ? facts.want({ columns: [{ node: id, column, bins: 1 }] }) : undefined), [facts, there, id, column]);
  const found = useFacts((state) => state.histograms.get(`${id}.${column}`));
  const current = useFacts((state) => found?.print === state.prints.get(id));
  if (values === undefined || found === undefined) return null;
  const counts = new Map(found.value.values?.map(({ value, n }) => [value, n]));
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const people = provinceTiles.map((tile): ProvincePeople => {
    const known = values.find(({ value }) => value.startsWith(tile.name));
    const n = counts.get(known?.value ?? tile.name) ?? 0;
    const title = known?.title === undefined ? tile.name : text(known.title);
    return { tile, value: known?.value ?? tile.name, title, n, share: total === 0 ? 0 : n / total };
  });
  return (
    <>
      <ProvinceMap people={people} label={form.word('map.title')} stale={!current} onKeep={(place) => keepOnly(place, column)} />
      {found.value.missing > 0 && (
        <p className={results.quiet}>
          {form.word('map.nowhere')} {exact(found.value.missing)}
        </p>
      )}
    </>
  );
}

/** Adds a filter behind the node that lets the people of one place pass. */
function useKeepOnly(node: string): (place: ProvincePeople, column: string) => void {
  const studio = useStudio();
  const { t } = useSpeech();
  const { getNode } = useReactFlow();
  return ({ value, title }, column) => {
    const kind = studio.kinds.get('filter');
    const { x, y } = getNode(node)?.position ?? { x: 0, y: 0 };
    if (kind === undefined) return;
    const config = { where: { all: [{ field: column, op: 'eq', value }] } };
    const place = { at: { x: x + 356, y }, from: { node, port: 'out' } };
    addKind(studio, kind, place, { title: t('regions.onlyTitle', { place: title }), config });
  };
}
