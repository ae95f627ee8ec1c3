import { about, personal, place, signOf, theirName } from '../privacy/note.ts';
import type * as pulls from '../schema/pulls.ts';
import type { NotesOf } from './notes-of.ts';

/** Learners' work as GitHub shows it. */
export const pullNotes: NotesOf<typeof pulls> = {
  pullRequests: {
    id: about('our own number'),
    installation: about("the App's installation that may act there"),
    repositoryId: about("GitHub's number of the repository, which survives renaming"),
    owner: place('account', 'the account that the repository is in; often the learner'),
    repo: place('repository', "the repository's name; often holds the learner's login"),
    number: about("the pull request's number"),
    learnerId: personal("GitHub's number of its author: who the learner is"),
    learnerLogin: theirName('what the learner is called now'),
    project: about("the course's project that the repository is for"),
    headSha: personal('the commit that is its head'),
    headOwner: place('account', 'the account that the head is in; null when the fork was deleted'),
    headRepo: place('repository', "the head's repository"),
    draft: about('a draft is practice'),
    open: about('false when closed, deleted, or out of our sight'),
    isPublic: about('everybody can see the repository, so that only summaries are said there'),
    detailsHiddenAt: about('when what was said before that was cut to summaries; null while it was not'),
    hideAgainAt: about(
      'not before then is it tried again, as GitHub did not let us; null where nothing failed',
    ),
    seenAt: about("the database's time just before this was read from GitHub"),
    penToken: about('who is writing on the pull request now'),
    penUntil: about('the writer loses the pen when silent until then'),
  },
  submissions: {
    id: about('our own number'),
    pullRequestId: about('where it was submitted'),
    headSha: personal('the commit'),
    headOwner: place('account', 'the account to fetch it from'),
    headRepo: place('repository', 'the repository to fetch it from'),
    firstSeenAt: signOf(['owner'], personal('when it was first seen')),
  },
};
