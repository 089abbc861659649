// Pareto/NBD (Schmittlein, Morrison & Colombo 1987, Counting Your Customers, Management Science 33(1); formulas as in
// Fader & Hardie, A Note on Deriving the Pareto/NBD Model, 2005): somebody buys at a rate that varies as a gamma (r, alpha)
// between people and leaves at any time, at a rate that varies as a gamma (s, beta). The model is the list r, alpha, s, beta.
import type { History, Numbers, PurchaseModel } from './history.ts';
import { leavingSums } from './leaving.ts';

type Parameters = readonly [r: number, alpha: number, s: number, beta: number];

export const paretoNbd: PurchaseModel = {
  alive: (parameters, history) => aliveOf(parameters, history),
  until: (parameters, history) => {
    const [r, alpha, s, beta] = parameters as unknown as Parameters;
    const { x, T } = history;
    const each = (aliveOf(parameters, history) * (r + x) * (beta + T)) / (alpha + T);
    return (t) => {
      const stretch = Math.log1p(t / (beta + T));
      return each * (s === 1 ? stretch : -Math.expm1((1 - s) * stretch) / (s - 1));
    };
  },
};

function aliveOf(parameters: Numbers, { x, tx, T }: History): number {
  const [r, alpha, s, beta] = parameters as unknown as Parameters;
  const { scale, whole } = leavingSums({ shape: r + x, alpha, s, beta, from: tx, to: T });
  return whole === 0 ? 1 : 1 / (1 + s * whole * Math.exp(scale));
}
