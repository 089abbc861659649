// What is wrong with the folder of a node kind, as sentences: missing rooms, words that one language lacks.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormField, NodeKind } from '@tierflow/compiler';
import { rooms } from './kind-files.ts';

/** Words that every kind has. */
const words = ['name', 'about', 'search'];

export function folderFaults(folder: string, kind: NodeKind): readonly string[] {
  const missing = rooms.filter((room) => !existsSync(join(folder, room))).map((room) => `${room} is missing`);
  const empty = ['help.en.md', 'help.zh-CN.md']
    .filter((page) => existsSync(join(folder, page)) && readFileSync(join(folder, page), 'utf8').trim() === '')
    .map((page) => `${page} is empty`);
  // A drawing never reaches a definition, so there is nothing a case could show.
  const shown = kind.group === 'canvas' || globSync('cases/*.json', { cwd: folder }).length > 0;
  return [...missing, ...empty, ...(shown ? [] : ['cases has no case']), ...wordFaults(kind)];
}

function wordFaults(kind: NodeKind): readonly string[] {
  const { en, 'zh-CN': zh } = kind.messages;
  const faults: string[] = [];
  for (const key of Object.keys(en)) if (!(key in zh)) faults.push(`messages/zh-CN.json lacks ${key}`);
  for (const key of Object.keys(zh)) if (!(key in en)) faults.push(`messages/en.json lacks ${key}`);
  for (const key of [...words, ...labelsOf(kind.form)]) if (!(key in en)) faults.push(`messages/en.json lacks ${key}`);
  return faults;
}

function labelsOf(form: readonly FormField[]): readonly string[] {
  return form.flatMap((field) => [
    field.label,
    ...(field.type === 'select' ? field.options.map((option) => option.label) : []),
    ...(field.type === 'list' ? [field.add, ...labelsOf(field.item)] : []),
  ]);
}
