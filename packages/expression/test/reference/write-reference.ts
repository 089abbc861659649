// Writes the reference of the formula language in both languages into the documentation.
import { writeFileSync } from 'node:fs';
import { ownFunctions } from './example-customer.ts';
import { referencePage } from './reference-page.ts';

const docs = new URL('../../../../apps/docs/language/', import.meta.url);
const own = await ownFunctions();
for (const language of ['en', 'zh-CN'] as const) writeFileSync(new URL(`reference.${language}.md`, docs), referencePage(language, own));
