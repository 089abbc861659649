// The stable hash as SQL: MurmurHash3 x86 32-bit of UTF-8 `salt:key` with seeds 0 and 1, joined to 53 bits.
import type { Call } from '../context.ts';
import { type Fragment, sql, text } from '../fragment.ts';
import { eager, type Implementation, whereThere } from './implementation.ts';

type Bind = Call['bind'];

const MASK = sql`4294967295::UBIGINT`;
const C1 = sql`3432918353::UBIGINT`;
const C2 = sql`461845907::UBIGINT`;

const times = (a: Fragment, b: Fragment): Fragment => sql`((${a} * ${b}) & ${MASK})`;
/** Rotation of 32 bits to the left; `x` is written twice. */
const rotated = (x: Fragment, left: Fragment, right: Fragment): Fragment => sql`(((${x} << ${left}) & ${MASK}) | (${x} >> ${right}))`;
const scrambled = (mixed: Fragment): Fragment => times(rotated(mixed, sql`15`, sql`17`), C2);

export const hashShare: Implementation = eager(({ bind }, salt, key) => {
  const whole = bind(sql`(${salt} || ${text(':')} || ${key})`);
  const hex = bind(sql`hex(encode(${whole}))`);
  const bytes = bind(sql`CAST(strlen(${whole}) AS UBIGINT)`);
  const blocks = bind(
    sql`list_transform(range(0, CAST(${bytes} // 4 AS BIGINT)), lambda "~b": ${times(little(hex, sql`(8 * "~b")`), C1)})`,
  );
  const mixed = bind(sql`list_transform(${blocks}, lambda "~b": ${scrambled(sql`"~b"`)})`);
  const tail = bind(times(little(hex, sql`(8 * CAST(${bytes} // 4 AS BIGINT))`), C1));
  const seeded = (seed: Fragment): Fragment => {
    const step = rotated(sql`xor("~h", "~b")`, sql`13`, sql`19`);
    const body = sql`list_reduce(${mixed}, lambda "~h", "~b": (${step} * 5::UBIGINT + 3864292196::UBIGINT) & ${MASK}, ${seed})`;
    return finished(bind(sql`xor(xor(${body}, ${scrambled(tail)}), ${bytes})`), bind);
  };
  const high = seeded(sql`0::UBIGINT`);
  const low = seeded(sql`1::UBIGINT`);
  return whereThere([salt, key].map(bind), sql`CAST(${high} * 2097152::UBIGINT + (${low} >> 11) AS DOUBLE) / 9007199254740992e0`);
});

/** Up to four bytes from a place in hexadecimal text, the first one lowest; 0 beyond the end. */
function little(hex: Fragment, at: Fragment): Fragment {
  const bytes = [sql`7`, sql`5`, sql`3`, sql`1`].map((place) => sql`substring(${hex}, ${at} + ${place}, 2)`);
  return sql`TRY_CAST('0x0' || ${bytes.reduce((all, next) => sql`${all} || ${next}`)} AS UBIGINT)`;
}

function finished(h: Fragment, bind: Bind): Fragment {
  const first = bind(times(bind(sql`xor(${h}, ${h} >> 16)`), sql`2246822507::UBIGINT`));
  const second = bind(times(bind(sql`xor(${first}, ${first} >> 13)`), sql`3266489909::UBIGINT`));
  return bind(sql`xor(${second}, ${second} >> 16)`);
}
