// The fields a template needs, and the columns of the reader's data that stand for them.
import { Select } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import {
  canStandFor,
  type Mapping,
  matchColumns,
  matchTemplate,
  type SetMapping,
  type Template,
  type TemplateSet,
} from '@tierflow/templates';
import page from '../app/page.module.css';
import { useSpeech } from '../words/use-words.ts';
import classes from './templates.module.css';
import type { OwnSet } from './use-available.ts';

interface Props {
  readonly template: Template;
  readonly available: readonly OwnSet[];
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

export function FieldMapping({ template, available, mapping, onChange }: Props) {
  const { t } = useSpeech();
  const [customers] = template.data;
  const key = available.find(({ name }) => name === mapping[customers?.name ?? '']?.dataset)?.key;
  const choose = (set: TemplateSet, name: string) => {
    const offered = available.find((one) => one.name === name);
    if (offered === undefined) return;
    if (set !== customers) onChange({ ...mapping, [set.name]: matchColumns(set, offered) });
    else onChange(matchTemplate(template, [offered, ...available.filter(({ kind }) => kind === 'collection')]));
  };
  return (
    <section aria-labelledby="mapping">
      <h2 id="mapping" className={classes.group}>
        {t('templates.mapping')}
      </h2>
      <p className={page.notice}>{t('templates.mappingAbout')}</p>
      {template.data.map((set) => (
        <SetFields
          key={set.name}
          set={set}
          offers={available.filter((one) =>
            set.customer === undefined ? one.kind === 'customers' : one.customer !== null && one.customer === key,
          )}
          chosen={mapping[set.name]}
          onSet={(name) => choose(set, name)}
          onColumns={(columns) => {
            const own = mapping[set.name];
            if (own !== undefined) onChange({ ...mapping, [set.name]: { ...own, columns } });
          }}
        />
      ))}
    </section>
  );
}

interface SetProps {
  readonly set: TemplateSet;
  readonly offers: readonly OwnSet[];
  readonly chosen: SetMapping | undefined;
  readonly onSet: (name: string) => void;
  readonly onColumns: (columns: SetMapping['columns']) => void;
}

function SetFields({ set, offers, chosen, onSet, onColumns }: SetProps) {
  const { t, text } = useSpeech();
  const offered = offers.find(({ name }) => name === chosen?.dataset);
  return (
    <div className={classes.set}>
      <Select
        className={classes.setChoice}
        label={t('templates.dataset', { set: text(set.title) })}
        placeholder={t(offers.length === 0 ? 'templates.noSet' : 'templates.chooseSet')}
        data={offers.map(({ name }) => name)}
        value={chosen?.dataset ?? null}
        allowDeselect={false}
        disabled={offers.length === 0}
        onChange={(name) => name !== null && onSet(name)}
      />
      <table className={page.table}>
        <thead>
          <tr>
            <th>{t('templates.field')}</th>
            <th>{t('templates.purpose')}</th>
            <th>{t('templates.column')}</th>
            <th>{t('templates.samples')}</th>
          </tr>
        </thead>
        <tbody>
          {set.fields.map((field) => {
            const column = chosen?.columns[field.name];
            const isRole = field.name === set.key || field.name === set.customer || (field.name === set.time && offered?.time != null);
            const columns = (offered?.columns ?? []).filter((one) => (isRole ? one.name === column?.name : canStandFor(field, one)));
            return (
              <tr key={field.name}>
                <td>
                  <span className={classes.mark} data-has={column !== undefined}>
                    {column === undefined ? (
                      <IconX size={14} stroke={2.4} aria-label={t('templates.lacks')} />
                    ) : (
                      <IconCheck size={14} stroke={2.4} aria-label={t('templates.has')} />
                    )}
                  </span>
                  {text(field.title)}
                </td>
                <td className={page.quiet} title={text(field.purpose)}>
                  {text(field.purpose)}
                </td>
                <td>
                  <Select
                    size="xs"
                    aria-label={t('templates.columnFor', { field: text(field.title) })}
                    placeholder={t('templates.chooseColumn')}
                    data={columns.map(({ name }) => name)}
                    value={column?.name ?? null}
                    searchable
                    clearable={!isRole}
                    disabled={offered === undefined || isRole}
                    onChange={(name) =>
                      onColumns(
                        withColumn(
                          chosen?.columns ?? {},
                          field.name,
                          columns.find((one) => one.name === name),
                        ),
                      )
                    }
                  />
                </td>
                <td className={page.quiet}>{column === undefined ? '' : (offered?.samples.get(column.name) ?? []).join(' · ')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The columns with another one, or none, for a field. */
function withColumn(
  columns: SetMapping['columns'],
  field: string,
  column: SetMapping['columns'][string] | undefined,
): SetMapping['columns'] {
  const { [field]: _, ...others } = columns;
  return column === undefined ? others : { ...others, [field]: column };
}
