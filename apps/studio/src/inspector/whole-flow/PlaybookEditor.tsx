// What a playbook says: its name, what is done, by whom, where, how often, and what it costs per person.
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type Playbook, putPlaybook, type Title } from '@tierflow/flow';
import { useId } from 'react';
import { useStudio } from '../../app/studio.ts';
import { useSpeech } from '../../words/use-words.ts';
import { NumberControl } from '../fields/NumberControl.tsx';
import { TitleControl } from '../fields/TitleControl.tsx';
import formClasses from '../form/form.module.css';
import { useDraft } from '../form/use-draft.ts';

type Part = Exclude<keyof Playbook, 'id'>;

export function PlaybookEditor({ playbook }: { readonly playbook: Playbook }) {
  const { document } = useStudio();
  const { t } = useSpeech();
  const put = (part: Part, value: Playbook[Part] | null) => {
    const { [part]: _, ...rest } = playbook;
    const next = value === null ? rest : { ...rest, [part]: value };
    document.run((flow) => putPlaybook(flow, next as Playbook));
  };
  const titled = (part: 'cadence' | 'serviceLevel' | 'offer') => (
    <Labelled label={t(`inspector.playbook.${part}`)}>
      {(id) => (
        <TitleControl
          id={id}
          label={t(`inspector.playbook.${part}`)}
          value={playbook[part] ?? null}
          onCommit={(title) => put(part, title)}
        />
      )}
    </Labelled>
  );
  return (
    <div className={formClasses.playbook}>
      <Labelled label={t('inspector.playbook.title')}>
        {(id) => (
          <TitleControl
            id={id}
            label={t('inspector.playbook.title')}
            value={playbook.title}
            required
            onCommit={(title) => title !== null && put('title', title)}
          />
        )}
      </Labelled>
      <Actions actions={playbook.actions ?? []} onChange={(actions) => put('actions', actions.length === 0 ? null : [...actions])} />
      <div className={formClasses.pair}>
        <Word
          label={t('inspector.playbook.channel')}
          value={playbook.channel ?? ''}
          onCommit={(text) => put('channel', text === '' ? null : text)}
        />
        <Word
          label={t('inspector.playbook.owner')}
          value={playbook.owner ?? ''}
          onCommit={(text) => put('owner', text === '' ? null : text)}
        />
      </div>
      {titled('cadence')}
      {titled('offer')}
      {titled('serviceLevel')}
      <Labelled label={t('inspector.playbook.cost')}>
        {(id) => (
          <NumberControl
            id={id}
            value={playbook.cost ?? null}
            canBeEmpty
            min={0}
            step={0.1}
            unit={t('inspector.playbook.perPerson')}
            onCommit={(cost) => put('cost', cost === null ? null : Math.max(0, cost))}
          />
        )}
      </Labelled>
    </div>
  );
}

function Labelled({ label, children }: { readonly label: string; readonly children: (id: string) => React.ReactNode }) {
  const id = useId();
  return (
    <div className={formClasses.field}>
      <label className={formClasses.label} htmlFor={id}>
        {label}
      </label>
      {children(id)}
    </div>
  );
}

function Word({ label, value, onCommit }: { readonly label: string; readonly value: string; readonly onCommit: (text: string) => void }) {
  const commit = (text: string) => {
    onCommit(text.trim());
    return true;
  };
  const draft = useDraft({ value, commit });
  return <TextInput size="xs" label={label} maxLength={100} classNames={{ label: formClasses.label ?? '' }} {...draft.bind} />;
}

function Actions({ actions, onChange }: { readonly actions: readonly Title[]; readonly onChange: (actions: readonly Title[]) => void }) {
  const { t } = useSpeech();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a second frame
    <div className={formClasses.field} role="group" aria-label={t('inspector.playbook.actions')}>
      <span className={formClasses.label}>{t('inspector.playbook.actions')}</span>
      <ol className={formClasses.actions}>
        {actions.map((action, at) => {
          const label = t('inspector.playbook.action', { n: at + 1 });
          return (
            <li key={at} className={formClasses.action}>
              <TitleControl
                label={label}
                value={action}
                onCommit={(title) =>
                  onChange(
                    title === null ? actions.filter((_, each) => each !== at) : actions.map((old, each) => (each === at ? title : old)),
                  )
                }
              />
              <ActionIcon
                size={22}
                aria-label={t('inspector.removeItem', { label })}
                onClick={() => onChange(actions.filter((_, each) => each !== at))}
              >
                <IconX size={13} stroke={1.75} />
              </ActionIcon>
            </li>
          );
        })}
      </ol>
      <Button
        className={formClasses.start ?? ''}
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={13} />}
        onClick={() => onChange([...actions, t('inspector.playbook.newAction')])}
      >
        {t('inspector.playbook.addAction')}
      </Button>
    </div>
  );
}
