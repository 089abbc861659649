// The shape of what jsonata's parser answers, as far as it is read here. Its own typings leave most of it out.

export interface Raw {
  readonly type: string;
  readonly value?: unknown;
  /** Where the node's token ends. */
  readonly position?: number;
  readonly steps?: readonly Raw[];
  readonly stages?: readonly Raw[];
  readonly predicate?: readonly Raw[];
  readonly expr?: Raw;
  readonly group?: Raw;
  readonly focus?: string;
  readonly index?: string;
  readonly keepArray?: boolean;
  readonly keepSingletonArray?: boolean;
  readonly lhs?: Raw | readonly (readonly Raw[])[];
  readonly rhs?: Raw;
  readonly expression?: Raw;
  readonly expressions?: readonly Raw[];
  readonly condition?: Raw;
  readonly then?: Raw;
  readonly else?: Raw;
  readonly procedure?: Raw;
  readonly arguments?: readonly Raw[];
  readonly body?: Raw;
  readonly thunk?: boolean;
  readonly signature?: { readonly definition?: string };
  readonly terms?: readonly { readonly descending: boolean; readonly expression: Raw }[];
}
