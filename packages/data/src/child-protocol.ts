// What parent and child of an import say to each other.
import type { ImportedGeneration, ImportProgress, ImportRequest } from './import-request.ts';
import type { Outcome } from './outcome.ts';
import type { FileProfile, ProfileRequest } from './profile/file-profile.ts';
import type { TextTable, TextTableRequest } from './text-table/text-table.ts';

export type ChildTask =
  | { readonly kind: 'import'; readonly request: ImportRequest; readonly temporary: string }
  | { readonly kind: 'profile'; readonly request: ProfileRequest }
  | { readonly kind: 'table'; readonly request: TextTableRequest };

export type ChildAnswer =
  | { readonly kind: 'progress'; readonly progress: ImportProgress }
  | { readonly kind: 'imported'; readonly outcome: Outcome<ImportedGeneration> }
  | { readonly kind: 'profiled'; readonly outcome: Outcome<FileProfile> }
  | { readonly kind: 'tabled'; readonly outcome: Outcome<TextTable> };
