// Makes a flow of a template, on the reader's own data or on its example data, and opens it.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { freshId } from '@tierflow/flow';
import {
  csvOf,
  type ExampleSet,
  exampleMapping,
  exampleName,
  flowOfTemplate,
  type Mapping,
  type Template,
  worlds,
} from '@tierflow/templates';
import { useStudio } from '../app/studio.ts';
import { takenIds, useFailed } from '../server/flow-queries.ts';
import { CallError, orThrow, type Server } from '../server/server.ts';
import { useSpeech } from '../words/use-words.ts';

const POLL_EVERY = 200;

/** Opening a template; without a mapping its example data is imported first, unless it is there. */
export function useOpenTemplate(template: Template) {
  const { server } = useStudio();
  const { language } = useSpeech();
  const client = useQueryClient();
  const navigate = useNavigate();
  const failed = useFailed();
  const open = useMutation({
    mutationFn: async (mapping: Mapping | undefined) => {
      if (mapping === undefined) await bringExample(server, template);
      const { timeZone } = orThrow(await server.call('getWorkspace'));
      const id = freshId(await takenIds(server), template.id);
      const flow = flowOfTemplate(template, { id, timeZone, language, mapping: mapping ?? exampleMapping(template) });
      orThrow(await server.call('createFlow', { body: { flow } }));
      return id;
    },
    onSuccess: async (id) => {
      for (const queryKey of [['datasets'], ['workspace'], ['imported'], ['customers'], ['flows']])
        await client.invalidateQueries({ queryKey });
      await navigate({ to: '/flows/$id', params: { id } });
    },
    onError: failed,
  });
  return {
    busy: open.isPending,
    /** Which of the two is under way. */
    withExample: open.isPending && open.variables === undefined,
    onOwnData: (mapping: Mapping) => open.mutate(mapping),
    onExampleData: () => open.mutate(undefined),
  };
}

/** Imports what of the example data is not there yet, the customers first. */
async function bringExample(server: Server, template: Template): Promise<void> {
  const there = new Set(orThrow(await server.call('listDatasets')).datasets.map(({ name }) => name));
  for (const set of worlds[template.example]()) {
    const name = exampleName(template, set.name);
    if (!there.has(name)) await bring(server, name, set);
  }
}

async function bring(server: Server, name: string, set: ExampleSet): Promise<void> {
  const { key, customer, time, columns } = set;
  const query = {
    kind: customer === undefined ? ('customers' as const) : ('collection' as const),
    ...(key === undefined ? {} : { key }),
    ...(customer === undefined ? {} : { customer }),
    ...(time === undefined ? {} : { time }),
    types: JSON.stringify(Object.fromEntries(columns.map((column) => [column.name, column.type]))),
  };
  const file = new Blob([csvOf(set)]);
  const started = orThrow(await server.call('startImport', { path: { name }, query, file, headers: { 'Content-Type': 'text/csv' } }));
  for (;;) {
    const { state } = orThrow(await server.call('getImport', { path: { name, id: started.import } }));
    if (state === 'done') return;
    if (state !== 'waiting' && state !== 'running') throw new CallError({ kind: 'network' });
    await new Promise((resolve) => setTimeout(resolve, POLL_EVERY));
  }
}
