// The rest of an offer: its playbook, what somebody is worth, what it costs, for whom it is.
import { useId } from 'react';
import { FormulaSwitch } from '../../inspector/fields/FormulaSwitch.tsx';
import { NumberControl } from '../../inspector/fields/NumberControl.tsx';
import { numberText } from '../../inspector/form/decimal-text.ts';
import { Field, remarksAt } from '../../inspector/form/Field.tsx';
import { useFields } from '../../inspector/form/fields-slot.ts';
import { useForm, valueAt } from '../../inspector/form/form-scope.ts';
import { plainNumber } from '../../inspector/results/plain-number.ts';
import { useSpeech } from '../../words/use-words.ts';
import type { OfferView } from './use-allocation.ts';

interface Props {
  readonly offer: OfferView;
  readonly path: string;
}

/** Drawn on the card. */
const onCard: ReadonlySet<string> = new Set(['title', 'capacity', 'budget']);

export function OfferFields({ offer, path }: Props) {
  const form = useForm();
  const Fields = useFields();
  const list = form.kind.form.find((field) => field.type === 'list' && field.path === 'offers');
  const items = list?.type === 'list' ? list.item.filter((field) => !onCard.has(field.path)) : [];
  const cost = valueAt(form, `${path}.cost`);
  if (typeof cost === 'string' || (typeof cost === 'object' && cost !== null)) return <Fields fields={items} base={`${path}.`} />;
  const at = items.findIndex((field) => field.path === 'cost');
  return (
    <>
      <Fields fields={items.slice(0, at)} base={`${path}.`} />
      <CostNumber offer={offer} path={`${path}.cost`} cost={typeof cost === 'number' ? cost : null} />
      <Fields fields={items.slice(at + 1)} base={`${path}.`} />
    </>
  );
}

/** The same cost for everybody: a number, or the playbook's. */
function CostNumber({ offer, path, cost }: Props & { readonly cost: number | null }) {
  const form = useForm();
  const { t, language } = useSpeech();
  const id = useId();
  const label = form.word('label.cost');
  const { playbookCost } = offer;
  return (
    <Field
      path={path}
      label={label}
      help={form.word('label.cost.help')}
      controlId={id}
      remarks={remarksAt(form.diagnostics, path)}
      tools={
        <FormulaSwitch
          on={false}
          label={label}
          refusal={null}
          onToggle={() => form.set(path, { expr: numberText(cost ?? playbookCost ?? 0) })}
        />
      }
    >
      <NumberControl
        id={id}
        value={cost}
        canBeEmpty
        min={0}
        unit="¥"
        placeholder={
          playbookCost === undefined ? undefined : t('faces.allocate.playbookCost', { amount: plainNumber(playbookCost, language) })
        }
        onCommit={(value) => form.set(path, value ?? undefined)}
      />
    </Field>
  );
}
