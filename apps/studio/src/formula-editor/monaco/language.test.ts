// How a formula is coloured: the kinds of its words, read by the library itself.
import { compile } from 'monaco-editor/editor/standalone/common/monarch/monarchCompile';
import { MonarchTokenizer } from 'monaco-editor/editor/standalone/common/monarch/monarchLexer';
import { expect, test } from 'vitest';
import { contrast } from '../../design/contrast.ts';
import { colors } from '../../design/tokens.ts';
import { configuration, formulaLanguage, tokens } from './language.ts';
import { bracketInks, inks } from './theme.ts';

/** The library asks for its own services; none of them matters for one line. */
const services = {
  languages: { isRegisteredLanguageId: () => true },
  theme: {},
  configuration: { getValue: () => 20_000, onDidChangeConfiguration: () => ({ dispose: () => undefined }) },
};

/** Every word with its kind; blanks left out. */
function colored(text: string): readonly string[] {
  const lexer = compile(formulaLanguage, { ...tokens });
  const tokenizer = new MonarchTokenizer(services.languages, services.theme, formulaLanguage, lexer, services.configuration);
  let state = tokenizer.getInitialState();
  return text.split('\n').flatMap((line) => {
    const { tokens: found, endState } = tokenizer.tokenize(line, true, state);
    state = endState;
    return found.flatMap((token: { readonly offset: number; readonly type: string }, at: number) => {
      const word = line.slice(token.offset, found[at + 1]?.offset ?? line.length).trim();
      const kind = token.type.replace(`.${formulaLanguage}`, '');
      return word === '' || kind.startsWith('delimiter') ? [] : [`${word} ${kind}`];
    });
  });
}

test.each([
  ['spend > 1.5', ['spend field', '> operator', '1.5 number']],
  ['$sum(orders.amount)', ['$sum function', 'orders field', '. operator', 'amount field']],
  [
    '城市 = "北京" and `annual income` in [1]',
    ['城市 field', '= operator', '"北京" string', 'and keyword', '`annual income` field', 'in keyword', '1 number'],
  ],
  ['spend / visits / 2', ['spend field', '/ operator', 'visits field', '/ operator', '2 number']],
  ['$contains(sku, /a[/]b/i)', ['$contains function', 'sku field', ', operator', '/a[/]b/i regexp']],
  ['($x := 1; $x)', ['$x variable', ':= operator', '1 number', '; operator', '$x variable']],
  ['/* one\ntwo */ true', ['/* one comment', 'two */ comment', 'true constant']],
  ['"a\\"b" & \'c\'', ['"a string', '\\" string.escape', 'b" string', '& operator', "'c' string"]],
  [
    '$map(orders, function($o) { $o.amount })',
    ['$map function', 'orders field', ', operator', 'function keyword', '$o variable', '$o variable', '. operator', 'amount field'],
  ],
  ['order = android', ['order field', '= operator', 'android field']],
])('%s', (text, expected) => {
  expect(colored(text)).toEqual(expected);
});

test('words of all scripts are words', () => {
  const word = configuration.wordPattern as RegExp;
  expect('消费金额'.match(word)?.[0]).toBe('消费金额');
  expect('$round('.match(word)?.[0]).toBe('$round');
  expect('`annual income`'.match(word)?.[0]).toBe('`annual income`');
});

test('every kind of word can be read on the surface, in both schemes', () => {
  for (const name of [...Object.values(inks), ...bracketInks]) {
    for (const scheme of [0, 1] as const) expect(contrast(colors[name][scheme], colors.surface[scheme]), name).toBeGreaterThanOrEqual(4.5);
  }
});
