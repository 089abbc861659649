// How the dialog ends, and what it compares with.

export interface Ending {
  /** People who were found when the dialog was opened. */
  readonly before: number | undefined;
  readonly onClose: () => void;
}
