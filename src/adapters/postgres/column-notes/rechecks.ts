import { about, personal, hiddenUntil } from '../privacy/note.ts';
import type * as rechecks from '../schema/rechecks.ts';
import type { NotesOf } from './notes-of.ts';

/** Looking again at what was mastered. */
export const recheckNotes: NotesOf<typeof rechecks> = {
  rechecks: {
    id: about('our own number; the branches of the re-check are named after it'),
    submissionId: about('the commit with which the project was mastered'),
    step: about("which of the days of the course's plan it is for, counted from 0"),
    state: personal('planting, offered, kept, missed, shown, impossible or void'),
    why: personal('why none could be made'),
    pullRequestId: about('where the learner mends the bug'),
    file: hiddenUntil('endedAt', personal('a file of theirs, in which the bug is')),
    line: hiddenUntil('endedAt', personal('where in it')),
    before: hiddenUntil('endedAt', personal('what stood there')),
    after: hiddenUntil('endedAt', personal('what stands there instead')),
    begunAt: about('when it was begun'),
    offeredAt: personal('when the learner had it'),
    endedAt: personal('when it was over'),
    tries: about('how often something of ours has failed'),
    notBefore: about('until when it is put off after a failure of ours'),
  },
};
