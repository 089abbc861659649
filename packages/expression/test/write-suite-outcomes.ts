// Writes cases/jsonata-suite.json, the outcome of every case of JSONata's suite: its diff is a decision.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { classifySuite } from './jsonata-suite.ts';

const folder = process.env['TIERFLOW_REAL_DATA'];
if (folder === undefined) throw new Error('TIERFLOW_REAL_DATA is not set');
const outcomes = classifySuite(join(folder, 'data', 'jsonata-test-suite')).map(({ id, outcome }) => [id, outcome]);
writeFileSync(new URL('../cases/jsonata-suite.json', import.meta.url), `${JSON.stringify(Object.fromEntries(outcomes), null, 1)}\n`);
