import { about, personal } from '../privacy/note.ts';
import type * as schema from '../schema.ts';
import type { NotesOf } from './notes-of.ts';

/** What marking finds, and what is said of it. */
export const runNotes: NotesOf<Pick<typeof schema, 'rubrics' | 'runs' | 'keptMasteries' | 'publications'>> = {
  rubrics: {
    id: about('a hash of the content, under which markings name it'),
    project: about('the project that it belongs to'),
    rubric: about('the rubric as it was read'),
    firstUsedAt: about('when the first submission was marked by it'),
  },
  runs: {
    id: about('our own number; runs wait in this order'),
    pullRequestId: about("the submission's pull request, which has one active run at most"),
    submissionId: about('what is marked'),
    kind: about('practice or attempt'),
    cause: about('why it was started: pull-request, rerun, sweep, regrade, sign-off, peers or appeal'),
    deliveryId: about('the delivery that asked for it'),
    phase: about('queued, running, publishing, finished, recorded, superseded or given-up'),
    tries: about('how often marking was begun'),
    publishTries: about('how often publishing was begun'),
    dueAt: about('nobody takes it before this'),
    handedAt: about('when the relay last put it on the line; null when it has to again'),
    announcedAt: about('when the learner was told that it waits'),
    leaseToken: about('who works on it'),
    leaseExpiresAt: about('the lease is lost when it was not renewed until then and somebody else takes it'),
    outcome: about('what has to be said: marked, refused or given-up'),
    marking: personal('everything that the marking found'),
    problem: personal('why it was refused or given up; may name files of the submission'),
    queuedAt: personal('when it was started'),
    startedAt: about('when marking began for the first time'),
    concludedAt: about('when there was something to say'),
    endedAt: personal('when it reached its last phase'),
  },
  keptMasteries: {
    submissionId: about('the submission that was mastered and, as its assessment is now, would not be'),
    runId: about('the run that gave the mastery, which stands'),
    marking: personal('what the submission comes to now; nobody was told'),
    keptAt: about('when this was found'),
  },
  publications: {
    id: about('our own number'),
    runId: about('the run that it is about'),
    what: about('queued, running, retrying or result'),
    outcome: about('how publishing ended'),
    at: about('when'),
  },
};
