// Who is tested, and what they get.
import type { Explain } from '@tierflow/api';
import { useDocument, useFacts } from '../app/studio.ts';
import { NoTierChip, TierChip } from '../design/TierChip.tsx';
import { shownFlow } from '../document/document-store.ts';
import { numberText } from '../drawer/people/cell-text.ts';
import { useSpeech } from '../words/use-words.ts';
import classes from './test-customer.module.css';

const nameLike = /^(?:name|full[_ ]?name|customer[_ ]?name|company(?:[_ ]?name)?|姓名|客户(?:名称|姓名)|公司(?:名称)?|名称)$/i;

interface Props {
  readonly explain: Explain;
  readonly customer: string;
}

export function Verdict({ explain, customer }: Props) {
  const { t, text, title, language } = useSpeech();
  const playbooks = useDocument((state) => shownFlow(state)?.playbooks);
  const answering = useFacts((state) => state.preview.answer?.tiersNode);
  const { decision } = explain;
  const ladder = explain.tiers.find(({ node }) => node === answering) ?? explain.tiers.at(-1);
  const place = ladder?.bands.findIndex(({ id }) => id === decision.tier) ?? -1;
  const name = Object.entries(explain.record).find(([field, value]) => nameLike.test(field) && typeof value === 'string')?.[1];
  const tier = decision.tierTitle === null ? t('testCustomer.noTier') : text(decision.tierTitle);
  const served = decision.playbooks.map((id) => {
    const found = playbooks?.find((playbook) => playbook.id === id);
    return found === undefined ? id : title(found.title);
  });
  return (
    <section className={classes.verdict} aria-live="polite" data-tier={decision.tier ?? ''}>
      <div className={classes.who}>
        <strong>{name ?? customer}</strong>
        {name !== undefined && <span>{customer}</span>}
        <span>{t('testCustomer.asOf', { day: decision.asOf })}</span>
      </div>
      {(ladder !== undefined || decision.tier !== null) && (
        <div className={classes.what}>
          {place < 0 || ladder === undefined ? <NoTierChip /> : <TierChip place={place} of={ladder.bands.length} title={tier} />}
          <b>{tier}</b>
          {decision.score !== null && <span>{t('testCustomer.score', { score: numberText(decision.score, language) })}</span>}
        </div>
      )}
      {ladder?.next != null && (
        <p className={classes.next}>
          {t('testCustomer.next', {
            gap: numberText(ladder.next.gap, language),
            tier: text(ladder.next.title),
            from: numberText(ladder.next.from, language),
          })}
        </p>
      )}
      {served.length > 0 && <p className={classes.next}>{t('testCustomer.playbooks', { names: served.join(t('testCustomer.comma')) })}</p>}
    </section>
  );
}
