// What components ask of the flow's seasons.
import type { Json } from '@tierflow/definition';
import { type FlowSeason, nodeOf, readPath, seasonValueOf } from '@tierflow/flow';
import { useDocument } from '../app/studio.ts';
import { editedSeason, wholeFlow } from '../document/document-store.ts';
import { useSpeech } from '../words/use-words.ts';

const none: readonly FlowSeason[] = [];

/** The seasons of the open flow, in their order. */
export function useSeasons(): readonly FlowSeason[] {
  return useDocument((state) => wholeFlow(state)?.seasons ?? none);
}

/** Names of the seasons that change a node, as one text; empty where none does. */
export function useSeasonsOf(node: string): string {
  const { title } = useSpeech();
  const seasons = useSeasons();
  return seasons
    .filter((season) => season.values.some((value) => value.node === node))
    .map((season) => title(season.title))
    .join(', ');
}

/** The usual number at a place whose number is the season's now; undefined elsewhere. */
export function useUsual(node: string, path: string): Json | undefined {
  return useDocument((state) => {
    const season = editedSeason(state);
    const flow = wholeFlow(state);
    if (season === undefined || flow === null || seasonValueOf(season, node, path) === undefined) return undefined;
    return readPath(nodeOf(flow, node)?.config, path);
  });
}
