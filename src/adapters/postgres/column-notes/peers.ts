import { about, nameOfOther, numberOfOther, personal, signOf, wordsAbout, seenAs } from '../privacy/note.ts';
import type * as peers from '../schema/peers.ts';
import type { NotesOf } from './notes-of.ts';

/** Preliminary reviews. */
export const peerNotes: NotesOf<typeof peers> = {
  peerRequests: {
    id: about('our own number'),
    pullRequestId: about('what a peer was asked to look at'),
    round: about('counted from 1: each time that peers are asked for anew'),
    peerId: numberOfOther('peerId', "GitHub's number of the peer"),
    peerLogin: nameOfOther('peerId', 'what the peer was called when they were asked; null before that'),
    state: about('planned, open, answered, replaced, withdrawn or refused'),
    onGithub: about('whether GitHub may still show the request'),
    askedAt: signOf(['peerId'], about('when they were asked, or asked again')),
    answerBy: signOf(
      ['peerId'],
      about('when an answer is due, as it was foreseen then; null where it was not'),
    ),
    changedAt: about('when the state changed last'),
  },
  reviews: {
    id: about('our own number'),
    pullRequestId: about('what was reviewed'),
    sourceId: about("GitHub's number of the review"),
    byId: numberOfOther('byId', "GitHub's number of the reviewer"),
    byLogin: nameOfOther('byId', 'what the reviewer was called then'),
    givenAs: about('peer or staff'),
    requestId: about('the request that it answers; null where nobody had asked, and of staff'),
    headSha: personal('the commit that was looked at'),
    says: personal('approved, changes-requested or commented'),
    words: wordsAbout('what was written, without the remarks on single lines'),
    lacks: seenAs(
      'review-hints',
      about('a reason or a question, where one would help; null where nothing was noticed'),
    ),
    saidAt: about(
      "when it was said, by GitHub's clock; the newest of a peer is their last word. None in old rows",
    ),
    at: signOf(['owner', 'byId'], about('when it was kept')),
  },
  reviewsGiven: {
    id: about('our own number'),
    reviewId: about('the review; null where the work that it was about was erased'),
    byId: personal("GitHub's number of the peer who gave it"),
    project: personal('the project that they looked at'),
    at: signOf(['owner'], personal('when it was said')),
  },
};
