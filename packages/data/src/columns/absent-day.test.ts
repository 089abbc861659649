import { MISSING_DAY } from '@tierflow/evaluator';
import { expect, it } from 'vitest';
import { ABSENT_DAY } from './absent-day.ts';

it('is what the evaluator reads as missing', () => expect(ABSENT_DAY).toBe(MISSING_DAY));
