// The first of our formats that a caller accepts most.

/** By Accept with its weights; the first format where no header was sent. */
export function acceptable<F extends string>(header: string | undefined, formats: readonly [F, ...F[]]): F | undefined {
  if (header === undefined || header.trim() === '') return formats[0];
  const ranges = header
    .slice(0, 1000)
    .split(',')
    .map((entry) => {
      const [type = '', ...rest] = entry.split(';').map((part) => part.trim().toLowerCase());
      const weight = rest.map((part) => /^q=([01](?:\.\d{0,3})?)$/.exec(part)?.[1]).find((q) => q !== undefined);
      return { type, q: weight === undefined ? 1 : Number(weight) };
    });
  const weightOf = (format: string): number => {
    const [family = ''] = format.split('/');
    for (const type of [format, `${family}/*`, '*/*']) {
      const range = ranges.find((candidate) => candidate.type === type);
      if (range !== undefined) return range.q;
    }
    return 0;
  };
  const best = formats.map((format, at) => ({ format, at, q: weightOf(format) })).toSorted((a, b) => b.q - a.q || a.at - b.at)[0];
  return best === undefined || best.q === 0 ? undefined : best.format;
}
