// Runs, their members, and jobs.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Job, Language, Member, Run } from '@tierflow/api';
import type { Flow } from '@tierflow/flow';
import { dataOfFlow } from '../data/flow-data.ts';
import { membersFile } from '../folders.ts';
import type { Call, Handlers, Reply } from '../http/call.ts';
import { Refusal } from '../http/refusal.ts';
import { jobOf, newId, subjectOf } from '../ids.ts';
import { importProblem } from '../imports/import-problems.ts';
import type { MembersIndex, RunRow } from '../store/run-table.ts';
import { acceptable } from './acceptable.ts';
import { csvHeader, csvLine } from './member-csv.ts';
import type { Services } from './services.ts';

const FORMATS: readonly ['application/json', 'text/csv', 'application/x-ndjson'] = ['application/json', 'text/csv', 'application/x-ndjson'];

export function runHandlers(services: Services): Pick<Handlers, 'createRun' | 'listRuns' | 'getRun' | 'listMembers' | 'getJob'> {
  const { store } = services;
  return {
    createRun: ({ body }) => createRun(services, body),
    listRuns: ({ query, language }) => ({
      status: 200,
      json: { runs: store.runs.list(query.flow, query.limit).map((row) => runOf(row, language)) },
    }),
    getRun: ({ params, language }) => ({ status: 200, json: runOf(runRow(services, params['id']), language) }),
    listMembers: (call) => listMembers(services, call),
    getJob: ({ params, language }) => ({ status: 200, json: jobAt(services, params['id'] ?? '', language) }),
  };
}

function createRun({ store, folders, published, runs, now }: Services, body: Call<'createRun'>['body']): Reply<'createRun'> {
  const row = published.row(body.flow, body.version);
  const flow = JSON.parse(store.versions.content(row.flow, row.version) ?? '') as Flow;
  const { asOf, generation } = dataOfFlow(store, folders, flow, body);
  const id = newId('run');
  store.runs.add({
    id,
    flow: row.flow,
    version: row.version,
    revision: row.revision,
    digest: row.digest,
    asOf,
    generation,
    createdAt: now(),
  });
  runs.wake();
  return { status: 202, json: { job: jobOf(id), run: id }, headers: { Location: `/v1/runs/${id}` } };
}

function runRow({ store }: Services, id: string | undefined): RunRow {
  const row = store.runs.get(id ?? '');
  if (row === undefined) throw new Refusal('run.unknown');
  return row;
}

function runOf(row: RunRow, language: Language): Run {
  const { counts, problem, members: _, ...rest } = row;
  return {
    ...rest,
    job: jobOf(row.id),
    customers: counts?.customers ?? null,
    tiers: counts?.tiers ?? [],
    unassigned: counts?.unassigned ?? null,
    playbooks: counts?.playbooks ?? [],
    previous: counts?.previous ?? null,
    nodes: counts?.nodes ?? {},
    problem: problem === null ? null : importProblem(problem, language),
  };
}

function jobAt(services: Services, job: string, language: Language): Job {
  const subject = subjectOf(job);
  const row =
    subject === undefined
      ? undefined
      : subject.kind === 'run'
        ? services.store.runs.get(subject.id)
        : services.store.imports.get(subject.id);
  if (subject === undefined || row === undefined) throw new Refusal('job.unknown');
  const { state, problem, createdAt, finishedAt } = row;
  const doing = services.imports.progressOf(subject.id);
  const progress = state === 'done' ? 1 : doing === undefined || doing.totalBytes === 0 ? 0 : (doing.bytes / doing.totalBytes) * 0.8;
  return {
    id: job,
    kind: subject.kind,
    state,
    progress,
    subject: subject.id,
    problem: problem === null ? null : importProblem(problem, language),
    createdAt,
    finishedAt,
  };
}

interface Section {
  readonly offset: number;
  readonly bytes: number;
  readonly n: number;
}

async function listMembers(services: Services, { params, query, headers }: Call<'listMembers'>): Promise<Reply<'listMembers'>> {
  const format = acceptable(headers.accept, FORMATS);
  if (format === undefined) throw new Refusal('request.not-acceptable');
  const { id, state, members } = runRow(services, params['id']);
  if (state !== 'done' || members === null) throw new Refusal('run.unfinished');
  const section = sectionOf(members, query.tier);
  const from = query.cursor === undefined ? 0 : cursorAt(query.cursor, section);
  const file = membersFile(services.folders, id);
  await requireWhole(file, members);
  const page = await readPage(file, section, from, query.limit);
  const cursor = page.end < section.bytes ? String(page.end) : null;
  if (format === 'application/json')
    return { status: 200, json: { total: section.n, members: page.lines.map((line) => JSON.parse(line) as Member), cursor } };
  const next = new URLSearchParams({
    ...(query.tier === undefined ? {} : { tier: query.tier }),
    limit: String(query.limit),
    cursor: cursor ?? '',
  });
  const more = { 'X-Total-Count': String(section.n), ...(cursor === null ? {} : { Link: `</v1/runs/${id}/members?${next}>; rel="next"` }) };
  if (format === 'application/x-ndjson')
    return { status: 200, content: page.lines.map((line) => `${line}\n`).join(''), type: format, headers: more };
  const rows = page.lines.map((line) => csvLine(JSON.parse(line) as Member));
  return { status: 200, content: `${from === 0 ? csvHeader : ''}${rows.join('')}`, type: 'text/csv; charset=utf-8', headers: more };
}

function sectionOf({ sections, bytes }: MembersIndex, tier: string | undefined): Section {
  if (tier === undefined) return { offset: 0, bytes, n: sections.reduce((sum, { n }) => sum + n, 0) };
  return sections.find((section) => section.tier === tier) ?? { offset: 0, bytes: 0, n: 0 };
}

function cursorAt(cursor: string, section: Section): number {
  const from = Number(cursor);
  if (!/^\d{1,15}$/.test(cursor) || from > section.bytes) throw new Refusal('page.cursor');
  return from;
}

/** A file that was cut or is gone is never served as if it were whole. */
async function requireWhole(path: string, { bytes }: MembersIndex): Promise<void> {
  const file = await open(path, 'r').catch(() => undefined);
  const size = (await file?.stat())?.size;
  await file?.close();
  if (size !== bytes) throw new Refusal('artifact.corrupt');
}

/** Lines from a place in the section on. A cursor that stands inside a line is refused. */
async function readPage(
  path: string,
  section: Section,
  from: number,
  limit: number,
): Promise<{ readonly lines: readonly string[]; readonly end: number }> {
  if (from >= section.bytes) return { lines: [], end: section.bytes };
  const stream = createReadStream(path, { start: section.offset + from, end: section.offset + section.bytes - 1, encoding: 'utf8' });
  const lines: string[] = [];
  let end = from;
  for await (const line of createInterface({ input: stream })) {
    if (!line.startsWith('{')) throw new Refusal('page.cursor');
    lines.push(line);
    end += Buffer.byteLength(line) + 1;
    if (lines.length >= limit) break;
  }
  stream.destroy();
  return { lines, end };
}
