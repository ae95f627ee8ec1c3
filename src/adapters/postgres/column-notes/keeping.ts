import { personal } from '../privacy/note.ts';
import type * as keeping from '../schema/keeping.ts';
import type { NotesOf } from './notes-of.ts';

/** How long anything is kept. */
export const keepingNotes: NotesOf<typeof keeping> = {
  expiries: {
    learnerId: personal("GitHub's number of somebody of whom nothing has come for a long time"),
    warnedAt: personal('when staff were warned that what is kept of them is erased soon'),
    dueAt: personal('when it is erased, unless something comes of them before'),
  },
};
