// Warnings of a compilation or a fit, on standard error.
import type { Diagnostic } from '@tierflow/definition';
import type { Io } from '../command.ts';
import { problemOf } from '../fault.ts';
import type { Language } from '../words/language.ts';
import { problemLine } from '../words/messages.ts';

/** Prints warnings; what is only worth knowing is left to `check`. */
export function printRemarks(diagnostics: readonly Diagnostic[], { stderr }: Io, language: Language): void {
  for (const diagnostic of diagnostics) {
    if (diagnostic.severity === 'warning') stderr.write(problemLine(problemOf(diagnostic), language, 'warning'));
  }
}
