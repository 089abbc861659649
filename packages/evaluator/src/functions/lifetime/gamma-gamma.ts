// Gamma-Gamma (Fader & Hardie 2013, The Gamma-Gamma Model of Monetary Value): amounts of one customer vary as a gamma
// whose scale varies between people. The model is the list p, q, gamma.
import { inRange, isFitted, type Numbers, outOfRange } from './history.ts';

/**
 * Expected amount of a purchase of somebody whose x repeat purchases had the mean m (equation 5): between m and what all
 * spend, nearer to m the larger x is. What all spend where x is 0.
 */
export function gammaGammaMean(model: Numbers, x?: number, m?: number): number | undefined {
  if (x === undefined || (x !== 0 && m === undefined) || !isFitted(model, 3)) return undefined;
  const [p, q, gamma] = model as unknown as readonly [number, number, number];
  const spent = x === 0 ? 0 : x * (m as number);
  const weight = p * x + q - 1;
  return x >= 0 && spent >= 0 && weight > 0 ? inRange((p * (gamma + spent)) / weight) : outOfRange();
}
