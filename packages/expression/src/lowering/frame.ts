// Variables of a block or function while a formula is lowered. As in JSONata a block opens a frame, `:=` writes into
// it, and a function sees the frame it was written in as it is when it is called.
import type { Frame, Shape } from './shape.ts';

export function openFrame(outer?: Frame): Frame {
  const own = new Map<string, Shape | 'failed'>();
  return {
    look: (name) => own.get(name) ?? outer?.look(name),
    set: (name, value) => {
      own.set(name, value ?? 'failed');
    },
    names: () => [...own.keys(), ...(outer?.names() ?? [])],
  };
}
