// First letters of the pinyin of Han characters, from the order of the Chinese collation: no dictionary is shipped.

/** The first character of each initial letter in pinyin order. */
const starts = [...'阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥扨它穵夕丫帀'];
const letters = [...'abcdefghjklmnopqrstwxyz'];
const collator = new Intl.Collator('zh-Hans-u-co-pinyin');

/** `khdj` for 客户等级; letters and digits stay, everything else is left out. */
export function pinyinInitials(text: string): string {
  return [...text.toLocaleLowerCase()].map(initialOf).join('');
}

function initialOf(character: string): string {
  if (/[a-z0-9]/.test(character)) return character;
  if (!/\p{Script=Han}/u.test(character)) return '';
  const next = starts.findIndex((start) => collator.compare(start, character) > 0);
  return letters[next === -1 ? letters.length - 1 : next - 1] ?? '';
}
