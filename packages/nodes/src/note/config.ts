// Settings of a note.
import { z } from 'zod';

export const noteConfig = z.strictObject({ text: z.string().max(10_000) });

export type NoteConfig = z.infer<typeof noteConfig>;
