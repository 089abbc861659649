import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestOf, murmur32, stableHash } from './digest.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

// Published vectors of MurmurHash3_x86_32 (Appleby's SMHasher, and the table in its Wikipedia article).
test.each([
  ['', 0, 0],
  ['', 1, 0x514e28b7],
  ['test', 0, 0xba6bd213],
  ['test', 0x9747b28c, 0x704b81dc],
  ['Hello, world!', 0, 0xc0363e43],
  ['Hello, world!', 0x9747b28c, 0x24884cba],
  ['The quick brown fox jumps over the lazy dog', 0, 0x2e4ff723],
])('murmur32(%j, %i)', (text, seed, expected) => {
  expect(murmur32(bytes(text), seed)).toBe(expected);
});

test('SHA-256 of the empty text and of abc (FIPS 180-4)', () => {
  expect(digestOf('')).toBe('sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(digestOf('abc')).toBe('sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('a stable hash lies in [0,1) and shares fill evenly', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (salt, key) => stableHash(salt, key) >= 0 && stableHash(salt, key) < 1));
  const held = Array.from({ length: 20_000 }, (_, at) => stableHash('hold-out', `c${at}`)).filter((share) => share < 0.1).length;
  expect(held).toBeGreaterThan(1850);
  expect(held).toBeLessThan(2150);
});
