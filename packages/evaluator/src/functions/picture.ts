// Functions by pictures. Each maker remembers its last picture: in a column it is always the same.
import { datePicture, integerPicture, numberPicture } from '@tierflow/definition';
import { raise } from '../row-error.ts';
import { writeInstant, zoneMinutes } from './pictures/format-date.ts';
import { readInteger, writeInteger } from './pictures/format-integer.ts';
import { writeNumber } from './pictures/format-number.ts';
import { dateReader, readIso } from './pictures/read-date.ts';

interface Faulty {
  readonly fault: string;
}

/** What a picture was read to; a faulty one is an error of the row. */
function remembering<R extends object>(read: (picture: string) => R): (picture: string) => Exclude<R, Faulty> {
  let last: { readonly picture: string; readonly made: Exclude<R, Faulty> } | undefined;
  return (picture) => {
    if (last?.picture === picture) return last.made;
    const made = read(picture);
    if ('fault' in made) return raise('text.picture');
    last = { picture, made: made as Exclude<R, Faulty> };
    return last.made;
  };
}

export function formatNumber(): (value: number, picture: string) => string {
  const pictureOf = remembering(numberPicture);
  return (value, picture) => writeNumber(value, pictureOf(picture));
}

export function formatInteger(): (value: number, picture: string) => string {
  const pictureOf = remembering(integerPicture);
  return (value, picture) => writeInteger(Math.floor(value), pictureOf(picture));
}

export function parseInteger(): (text: string, picture: string) => number {
  const pictureOf = remembering(integerPicture);
  return (text, picture) => {
    const value = text.length > 1000 ? undefined : readInteger(text, pictureOf(picture));
    return value === undefined ? raise('number.unreadable') : value;
  };
}

const ISO = '[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]';

export function fromMillis(): (ms: number, picture?: string, zone?: string) => string {
  const pictureOf = remembering(datePicture);
  return (ms, picture = ISO, zone = '+0000') => writeInstant(ms, pictureOf(picture), zoneMinutes(zone));
}

export function toMillis(): (text: string | undefined, picture?: string) => number | undefined {
  const readerOf = remembering((picture) => {
    const parts = datePicture(picture);
    return 'fault' in parts ? parts : dateReader(parts);
  });
  return (text, picture) => (text === undefined ? undefined : picture === undefined ? readIso(text) : readerOf(picture).read(text));
}
