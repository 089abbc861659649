// Finds faces by the name a kind gives: every folder here with a `face.ts` is one.
import type { Face } from './face.ts';

const modules = import.meta.glob<{ readonly face: Face }>('./*/face.ts', { eager: true });

/** The face of a name; undefined where there is none. */
export function faceOf(name: string | undefined): Face | undefined {
  return name === undefined ? undefined : modules[`./${name}/face.ts`]?.face;
}
