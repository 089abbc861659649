/** The TypeScript examples of the packages' README pages compile, against the real packages, strictly. */
import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const pages = globSync('packages/*/README.md', { cwd: root });

/** Written where every package's name resolves. */
function writeExamples(page: string): readonly string[] {
  const folder = join(root, 'packages', 'testkit', 'node_modules', '.readme-examples');
  mkdirSync(folder, { recursive: true });
  return [...readFileSync(join(root, page), 'utf8').matchAll(/```ts\n(.*?)```/gs)].map(([, code = ''], at) => {
    const file = join(folder, `${page.split('/')[1]}-${at + 1}.ts`);
    writeFileSync(file, `${code}\nexport {};\n`);
    return file;
  });
}

test('every README example compiles', { timeout: 120_000 }, () => {
  const files = pages.flatMap(writeExamples);
  const config = join(root, 'packages', 'testkit', 'node_modules', '.readme-examples.json');
  const options = { types: ['node'], typeRoots: [join(root, 'node_modules/@types')] };
  writeFileSync(config, JSON.stringify({ extends: join(root, 'tsconfig.base.json'), compilerOptions: options, files }));
  let output = '';
  try {
    execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', config], { encoding: 'utf8' });
  } catch (error) {
    output = (error as { stdout?: string }).stdout ?? String(error);
  }
  expect(output).toBe('');
  expect(files.length).toBeGreaterThanOrEqual(pages.length - 2);
});
