// The result of a run for people: data, nodes, tiers, playbooks.
import type { FlowRun } from '../flow/run-flow.ts';
import type { Language } from '../words/language.ts';
import { say } from '../words/own.ts';
import { inLanguage, type RunReport } from './report.ts';
import { plain, textTable } from './text-table.ts';

export function runText({ definition, files }: FlowRun, report: RunReport, language: Language): string {
  const whole = new Intl.NumberFormat(language);
  const share = new Intl.NumberFormat(language, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const word = (key: string): string => say(language, `run.${key}`);
  const parts = [
    `${plain(inLanguage(definition.title, language))}\n`,
    say(language, 'run.as-of', { asOf: report.asOf }),
    '\n\n',
    textTable(
      [
        [word('data'), word('rows'), word('rejected'), word('without-customer'), word('unknown-customer')],
        ...files.map(({ name }) => {
          const { rows = 0, rejected = 0, withoutCustomer, unknownCustomer } = report.datasets[name] ?? {};
          return [
            name,
            whole.format(rows),
            whole.format(rejected),
            withoutCustomer === undefined ? '' : whole.format(withoutCustomer),
            unknownCustomer === undefined ? '' : whole.format(unknownCustomer),
          ];
        }),
      ],
      ['left', 'right', 'right', 'right', 'right'],
    ),
    '\n',
    nodesText(definition, report, language, whole),
  ];
  const main = definition.outputs.tiers.at(-1);
  if (main !== undefined) {
    const titles = new Map(main.bands.map(({ id, title }) => [id, inLanguage(title, language)]));
    const reached = report.tiers.reduce((sum, { n }) => sum + n, report.unassigned);
    const rows = report.tiers.map(({ id, n, share: part }) => [titles.get(id) ?? id, id, whole.format(n), share.format(part)]);
    const rest = [word('unassigned'), '', whole.format(report.unassigned), share.format(reached === 0 ? 0 : report.unassigned / reached)];
    parts.push('\n', textTable([[word('tier'), '', word('people'), word('share')], ...rows, rest], ['left', 'left', 'right', 'right']));
  }
  if (report.playbooks.length > 0) {
    const titles = new Map(definition.outputs.playbooks.map(({ id, title }) => [id, inLanguage(title, language)]));
    const rows = report.playbooks.map(({ id, n }) => [titles.get(id) ?? id, id, whole.format(n)]);
    parts.push('\n', textTable([[word('playbook'), '', word('people')], ...rows], ['left', 'left', 'right']));
  }
  return `${parts.join('')}\n${report.digest}\n`;
}

function nodesText({ nodes }: FlowRun['definition'], report: RunReport, language: Language, whole: Intl.NumberFormat): string {
  const word = (key: string): string => say(language, `run.${key}`);
  const rows = nodes.map((node) => {
    const counts = report.nodes[node.id];
    const ports = node.ports.map(({ id }) => `${id} ${whole.format(counts?.out[id] ?? 0)}`).join(' · ');
    const unknown = counts?.unknown ?? 0;
    const errors = counts?.errors ?? 0;
    return [
      inLanguage(node.title, language),
      node.id,
      whole.format(counts?.in ?? 0),
      unknown === 0 ? '' : whole.format(unknown),
      errors === 0 ? '' : whole.format(errors),
      ports,
    ];
  });
  return textTable(
    [[word('node'), '', word('in'), word('unknown'), word('errors'), word('out')], ...rows],
    ['left', 'left', 'right', 'right', 'right', 'left'],
  );
}
