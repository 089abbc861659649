// Built-ins of JSONata that formulas do not have: the reason, and what to write instead where there is something.

export type RefusalReason = 'clock' | 'random' | 'code' | 'object' | 'encoding' | 'error';

export interface Refusal {
  readonly reason: RefusalReason;
  readonly instead?: string;
}

export const refused: ReadonlyMap<string, Refusal> = new Map<string, Refusal>([
  ['now', { reason: 'clock', instead: '$asOf()' }],
  ['millis', { reason: 'clock', instead: '$asOf()' }],
  ['random', { reason: 'random' }],
  ['shuffle', { reason: 'random' }],
  ['eval', { reason: 'code' }],
  ['clone', { reason: 'object' }],
  ['spread', { reason: 'object' }],
  ['merge', { reason: 'object' }],
  ['zip', { reason: 'object' }],
  ['error', { reason: 'error' }],
  ['assert', { reason: 'error' }],
  ['base64encode', { reason: 'encoding' }],
  ['base64decode', { reason: 'encoding' }],
  ['encodeUrl', { reason: 'encoding' }],
  ['encodeUrlComponent', { reason: 'encoding' }],
  ['decodeUrl', { reason: 'encoding' }],
  ['decodeUrlComponent', { reason: 'encoding' }],
]);
