// All words of the studio in English; the keys of every other language follow from these.
import { canvas } from './canvas.ts';
import { cleaning } from './cleaning.ts';
import { conditions } from './conditions.ts';
import { data } from './data.ts';
import { drawer } from './drawer.ts';
import { editor } from './editor.ts';
import { effect } from './effect.ts';
import { faces } from './faces.ts';
import { flows } from './flows.ts';
import { formula } from './formula.ts';
import { importing } from './importing.ts';
import { inspector } from './inspector.ts';
import { keyboard } from './keyboard.ts';
import { moves } from './moves.ts';
import { outline } from './outline.ts';
import { palette } from './palette.ts';
import { problems } from './problems.ts';
import { publish } from './publish.ts';
import { regions } from './regions.ts';
import { runs } from './runs.ts';
import { seasons } from './seasons.ts';
import { sheet } from './sheet.ts';
import { shell } from './shell.ts';
import { steps } from './steps.ts';
import { tables } from './tables.ts';
import { templates } from './templates.ts';
import { testCustomer } from './test-customer.ts';

export const en = {
  canvas,
  cleaning,
  conditions,
  data,
  drawer,
  editor,
  effect,
  faces,
  flows,
  formula,
  importing,
  inspector,
  keyboard,
  moves,
  outline,
  palette,
  problems,
  publish,
  regions,
  runs,
  seasons,
  sheet,
  shell,
  steps,
  tables,
  templates,
  testCustomer,
} as const;
