// Writes the outcome of every case of JSONata's suite and the page about them: their diff is a decision.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stdout } from 'node:process';
import { classifySuite } from './jsonata-suite.ts';
import { suitePage } from './suite-report.ts';

const folder = process.env['TIERFLOW_REAL_DATA'];
if (folder === undefined) throw new Error('TIERFLOW_REAL_DATA is not set');
const cases = await classifySuite(join(folder, 'data', 'jsonata-test-suite'));
const outcomes = Object.fromEntries(cases.map(({ id, outcome }) => [id, outcome]));
writeFileSync(new URL('../../cases/jsonata-suite.json', import.meta.url), `${JSON.stringify(outcomes, null, 1)}\n`);
const docs = new URL('../../../../apps/docs/language/', import.meta.url);
mkdirSync(docs, { recursive: true });
writeFileSync(new URL('jsonata-suite.md', docs), suitePage(cases));
for (const { id, text, outcome, detail } of cases) if (outcome === 'failed') stdout.write(`${id} ${text.slice(0, 100)} ${detail}\n`);
