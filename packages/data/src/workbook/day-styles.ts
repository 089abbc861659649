// Which styles of a workbook show a number as a day or time, and how such a number is written.
import { attribute, readXml } from './xml.ts';

/** Number formats that come with every workbook and show days or times (ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 in East Asia). */
const isBuiltIn = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Places of the cell styles whose number is a day or time. */
export function dayStyles(xml: string): ReadonlySet<number> {
  const formats = new Map<number, string>();
  const days = new Set<number>();
  let inside = false;
  let at = 0;
  readXml(xml, 'styles', {
    open: (name, own) => {
      if (name === 'numFmt') formats.set(Number(attribute(own, 'numFmtId')), attribute(own, 'formatCode') ?? '');
      if (name === 'cellXfs') inside = true;
      if (name !== 'xf' || !inside) return;
      const id = Number(attribute(own, 'numFmtId') ?? 0);
      const format = formats.get(id);
      if (format === undefined ? isBuiltIn(id) : showsDay(format)) days.add(at);
      at += 1;
    },
    close: (name) => {
      if (name === 'cellXfs') inside = false;
    },
    text: () => undefined,
  });
  return days;
}

/** Letters of days and times outside quotes, escapes and colours. */
function showsDay(format: string): boolean {
  return /[ymdhs]/i.test(format.replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]/gi, '').replaceAll(/general/gi, ''));
}

const DAY = 86_400_000;

/** A serial number as `2026-11-20`, with the time where it has one; a time alone below 1. Counted from 1900 as spreadsheets do, with their 29 February. */
export function dayText(serial: number, since1904: boolean): string {
  const days = since1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const moment = new Date(Math.round((days - 25_569) * 86_400) * 1000);
  if (Number.isNaN(moment.getTime()) || serial < 0) return String(serial);
  const text = moment.toISOString();
  if (serial < 1 && serial > 0) return text.slice(11, 19);
  return moment.getTime() % DAY === 0 ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
}
