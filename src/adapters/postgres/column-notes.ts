import { inboxNotes } from './column-notes/inbox.ts';
import { keepingNotes } from './column-notes/keeping.ts';
import type { NotesOf } from './column-notes/notes-of.ts';
import { openingNotes } from './column-notes/openings.ts';
import { peerNotes } from './column-notes/peers.ts';
import { pullNotes } from './column-notes/pulls.ts';
import { recheckNotes } from './column-notes/rechecks.ts';
import { runNotes } from './column-notes/runs.ts';
import { staffNotes } from './column-notes/staff.ts';
import { similarityNotes } from './column-notes/similarity.ts';
import { teamNotes } from './column-notes/teams.ts';
import { about } from './privacy/note.ts';
import type * as schema from './schema.ts';

/**
 * Every column of every table, what it is for and whose it is; one that is missing here does not pass the type check. Whose a row is
 * stands in `privacy/row-owners.ts`. What is exported of a person, and what is erased, follows from the two and from nothing else.
 */
export const columnNotes: NotesOf<typeof schema> = {
  ...inboxNotes,
  ...pullNotes,
  ...runNotes,
  ...staffNotes,
  ...peerNotes,
  ...recheckNotes,
  ...openingNotes,
  ...teamNotes,
  ...keepingNotes,
  ...similarityNotes,
  chores: {
    name: about('what is done, such as the sweep'),
    startedAt: about('when it was last begun'),
    finishedAt: about('when it was last finished'),
    requestedAt: about('somebody asked for it to be done at this time'),
    place: about('how far a round has come that goes on where it stopped'),
  },
};
