import { about, nameOfOther, numberOfOther, personal, signOf } from '../privacy/note.ts';
import type * as similarity from '../schema/similarity.ts';
import type { NotesOf } from './notes-of.ts';

/** What works have in common. */
export const similarityNotes: NotesOf<typeof similarity> = {
  similarityWorks: {
    id: about('our own number'),
    submissionId: about('the commit'),
    project: about('the project that it is for'),
    learnerId: personal("the learner's number on GitHub"),
    cohort: personal('the cohort that they were in'),
    handedInAt: personal('when it was handed in'),
    reading: personal('what was read of it in order to compare it, compressed'),
  },
  similarityPostings: {
    entry: about('an entry of the sketch of a work, by which others are found that share something with it'),
    workId: about('the work'),
  },
  similarityTurns: {
    submissionId: about('the commit'),
    state: about('kept until its learner is told what came of it, waiting, done, or left out'),
    tries: about('how often something of ours has failed'),
    dueAt: about('when it is tried again'),
    leaseToken: about('whose turn it is'),
    leaseUntil: about('until when'),
    files: personal('what was read of it, until it is compared'),
  },
  similarityFindings: {
    id: about('our own number'),
    project: about('the project whose works have something in common'),
    kind: about('two that are much alike, or several that share something rare'),
    score: about('how much, or how sure'),
    threshold: about('from which score on it is shown'),
    marks: about('fingerprints of what they share, by which it is known again'),
    foundAt: about('when it was found first'),
    changedAt: about('when something was last added to it'),
    seenById: numberOfOther('seenById', 'the number of who has put it aside'),
    seenByLogin: nameOfOther('seenById', 'who has put it aside'),
    seenAt: signOf(['seenById'], about('when it was put aside')),
  },
  similarityMembers: {
    findingId: about('what it has in common with others'),
    learnerId: personal("the learner's number on GitHub"),
    submissionId: about('the commit'),
    places: personal('where in their work it stands'),
    since: personal('since when it has stood there'),
    joinedAt: personal('when it was noticed'),
  },
};
