// A picture of a kind in the inspector, beyond its form. A kind names its face; the folder of that name holds it.
import type { ComponentType } from 'react';

export interface Face {
  /** Paths of form fields that the face draws itself. */
  readonly draws?: readonly string[];
  /** Stands above the form. */
  readonly Config?: ComponentType<FaceProps>;
  /** Stands among the results. */
  readonly Results?: ComponentType<FaceProps>;
  /** Its results show what was fitted, so that the plain list need not. */
  readonly fitted?: true;
}

export interface FaceProps {
  readonly node: string;
}
