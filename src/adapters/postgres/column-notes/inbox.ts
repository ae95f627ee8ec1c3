import { about, fromOutside } from '../privacy/note.ts';
import type * as schema from '../schema.ts';
import type { NotesOf } from './notes-of.ts';

/** What came from GitHub. */
export const inboxNotes: NotesOf<Pick<typeof schema, 'deliveries' | 'lostDeliveries'>> = {
  deliveries: {
    id: about("GitHub's X-GitHub-Delivery; the same delivery sent again has the same"),
    event: about("GitHub's name of the event; `touchstone` for a note to ourselves"),
    action: about("the payload's action, where the event has one"),
    payload: fromOutside('the whole payload; cut some days after it was read'),
    receivedAt: about('when it came'),
    state: about('waiting, done, or failed (intake could make nothing of it)'),
    tries: about('how often intake has begun to read it'),
    dueAt: about('intake does not read it before this'),
    handedAt: about('when the relay last put it on the line; null when it has to again'),
    outcome: fromOutside('what came of it, in a few words for the operator; may quote GitHub'),
    settledAt: about('when it was done or failed'),
  },
  lostDeliveries: {
    guid: about("GitHub's X-GitHub-Delivery of what never came"),
    logId: about("GitHub's number of the try to send it"),
    sentAt: about('when GitHub tried first, by its clock: by then it had happened'),
    tries: about('how often it was asked for'),
    dueAt: about('it is not asked for before this'),
  },
};
