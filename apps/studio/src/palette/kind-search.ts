// Finding a kind by name, synonym, sentence or the initials of its pinyin, in either language.
import type { NodeGroup, NodeKind } from '@tierflow/compiler';
import { pinyinInitials } from './pinyin-initials.ts';

/** The palette's groups, in task order. */
export const groups: readonly NodeGroup[] = ['data', 'filter', 'score', 'combine', 'tier', 'act', 'canvas'];

/** Kinds that match a text, best first; all in group order for an empty text. */
export function searchKinds(kinds: Iterable<NodeKind>, text: string): readonly NodeKind[] {
  const wanted = fold(text);
  const ranked = [...kinds]
    .map((kind, at) => ({ kind, at, rank: wanted === '' ? 0 : rankOf(kind, wanted) }))
    .filter(({ rank }) => rank < 9);
  ranked.sort((a, b) => a.rank - b.rank || groups.indexOf(a.kind.group) - groups.indexOf(b.kind.group) || a.at - b.at);
  return ranked.map(({ kind }) => kind);
}

/** 0 for the beginning of a name, 9 for no match. */
function rankOf(kind: NodeKind, wanted: string): number {
  const book = [kind.messages.en, kind.messages['zh-CN']];
  const names = [...book.map((messages) => fold(messages['name'] ?? '')), fold(kind.kind)];
  if (names.some((name) => name.startsWith(wanted))) return 0;
  if (names.some((name) => name.includes(wanted))) return 1;
  const chinese = kind.messages['zh-CN'];
  if (/^[a-z]+$/.test(wanted) && pinyinInitials(chinese['name'] ?? '').includes(wanted)) return 2;
  const synonyms = book.map((messages) => fold(messages['search'] ?? ''));
  if (synonyms.some((words) => words.includes(wanted))) return 3;
  return book.some((messages) => fold(messages['about'] ?? '').includes(wanted)) ? 4 : 9;
}

function fold(text: string): string {
  return text.trim().toLocaleLowerCase();
}
