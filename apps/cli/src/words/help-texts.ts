// What a language says as help.

/** The overview, and per command its usage with what each option does. */
export interface HelpTexts {
  readonly overview: string;
  readonly commands: { readonly [name: string]: string };
}
