import type { Table } from 'drizzle-orm';
import type * as schema from './schema.ts';

/**
 * What a column is for. `personal`: it says something about a person, so a learner's export shows it and erasing a
 * learner removes it; deliveries name whoever did something on GitHub.
 */
interface ColumnNote {
  about: string;
  personal: boolean;
}

type NotesOf<T extends Table> = Record<keyof T['_']['columns'], ColumnNote>;

const about = (text: string): ColumnNote => ({ about: text, personal: false });
const personal = (text: string): ColumnNote => ({ about: text, personal: true });

/** Every column of every table; one that is missing here does not pass the type check. */
export const columnNotes: { [Name in keyof typeof schema]: NotesOf<(typeof schema)[Name]> } = {
  deliveries: {
    id: about("GitHub's X-GitHub-Delivery; the same delivery sent again has the same"),
    event: about("GitHub's name of the event; `touchstone` for a note to ourselves"),
    action: about("the payload's action, where the event has one"),
    payload: personal('the whole payload; cut some days after it was read'),
    receivedAt: about('when it came'),
    state: about('waiting, done, or failed (intake could make nothing of it)'),
    tries: about('how often intake has begun to read it'),
    dueAt: about('intake does not read it before this'),
    handedAt: about('when the relay last put it on the line; null when it has to again'),
    outcome: about('what came of it, in a few words for the operator'),
    settledAt: about('when it was done or failed'),
  },
  pullRequests: {
    id: about('our own number'),
    installation: about("the App's installation that may act there"),
    repositoryId: about("GitHub's number of the repository, which survives renaming"),
    owner: personal('the account that the repository is in; often the learner'),
    repo: personal("the repository's name; often holds the learner's login"),
    number: about("the pull request's number"),
    learnerId: personal("GitHub's number of its author: who the learner is"),
    learnerLogin: personal('what the learner is called now'),
    project: about("the course's project that the repository is for"),
    headSha: personal('the commit that is its head'),
    headOwner: personal('the account that the head is in; null when the fork was deleted'),
    headRepo: personal("the head's repository"),
    draft: about('a draft is practice'),
    open: about('false when closed, deleted, or out of our sight'),
    seenAt: about("the database's time just before this was read from GitHub"),
    penToken: about('who is writing on the pull request now'),
    penUntil: about('the writer loses the pen when silent until then'),
  },
  submissions: {
    id: about('our own number'),
    pullRequestId: about('where it was submitted'),
    headSha: personal('the commit'),
    headOwner: personal('the account to fetch it from'),
    headRepo: personal('the repository to fetch it from'),
    firstSeenAt: personal('when it was first seen'),
  },
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
    cause: about('why it was started: pull-request, rerun, sweep, regrade or sign-off'),
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
  signOffs: {
    id: about('our own number; the newest of a commit is the last word on it'),
    submissionId: about('the commit that was looked at, and no other'),
    source: about('where it was said'),
    sourceId: about("GitHub's number of what was said"),
    byId: personal("GitHub's number of the member of staff"),
    byLogin: personal('what they were called then'),
    says: personal('mastered or not-yet'),
    why: personal('their reason'),
    found: personal('what the machine had found'),
    rubric: about('the rubric that it was marked by'),
    at: about('when it was kept'),
  },
  publications: {
    id: about('our own number'),
    runId: about('the run that it is about'),
    what: about('queued, running, retrying or result'),
    outcome: about('how publishing ended'),
    at: about('when'),
  },
  chores: {
    name: about('what is done, such as the sweep'),
    startedAt: about('when it was last begun'),
    finishedAt: about('when it was last finished'),
    requestedAt: about('somebody asked for it to be done at this time'),
  },
};
