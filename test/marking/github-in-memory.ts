import type { GitHubReader, PullRequestState, SubmissionSource } from '../../src/intake/github-reader.ts';
import type { PublishOutcome, Publisher } from '../../src/report/publisher.ts';
import type { Rendering } from '../../src/marking/rendering.ts';
import type { Report } from '../../src/domain/report.ts';
import type { PullRequestRef } from '../../src/domain/submission.ts';

/** A word that reached GitHub. */
export interface Said {
  pull: string;
  sha: string;
  title: string;
  completed: boolean;
}

/** GitHub as the ports show it: pull requests that a test changes, and what was published on them. */
export interface GitHubInMemory {
  reader: GitHubReader;
  source: SubmissionSource;
  publisher: Publisher;
  said: Said[];
  /** Opens a pull request, or moves it on. */
  push(state: PullRequestState): void;
  /** How many writers were on one pull request at the same time, at most. */
  mostWriters(): number;
  /** While set, calls of that kind fail with it. */
  fails: { read: Error | null; fetch: Error | null; publish: Error | null };
  /** What publishing a result ends with instead of writing. */
  resultOutcome: PublishOutcome | null;
  /** How often something was asked for. */
  asked: { fetch: number; list: number; words: number };
  /** What comments and reviews say now: `comment 1`, `review 2`. */
  words: Map<string, string>;
  /** How long a write takes, in milliseconds. */
  writeMs: number;
}

const nameOf = ({ repositoryId, number }: PullRequestRef) => `${repositoryId}/${number}`;

export function gitHubInMemory(): GitHubInMemory {
  const pulls = new Map<string, PullRequestState>();
  const writers = new Map<string, number>();
  let most = 0;

  const world: GitHubInMemory = {
    said: [],
    fails: { read: null, fetch: null, publish: null },
    resultOutcome: null,
    asked: { fetch: 0, list: 0, words: 0 },
    words: new Map(),
    writeMs: 5,
    push: (state) => void pulls.set(nameOf(state.pull), state),
    mostWriters: () => most,
    reader: {
      pullRequest: (ref) =>
        world.fails.read ? Promise.reject(world.fails.read) : Promise.resolve(pulls.get(nameOf(ref)) ?? null),
      address: ({ repositoryId }) => {
        const state = [...pulls.values()].find(({ pull }) => pull.repositoryId === repositoryId);
        return Promise.resolve(
          state === undefined ? null : { owner: state.pull.owner, repo: state.pull.repo },
        );
      },
      wordsOf: (_ref, { kind, id }) => {
        world.asked.words += 1;
        if (world.fails.read) return Promise.reject(world.fails.read);
        return Promise.resolve(world.words.get(`${kind} ${id}`) ?? null);
      },
      changedFiles: () => Promise.resolve([]),
      makers: (ref) => Promise.resolve([{ id: pulls.get(nameOf(ref))?.learner.id ?? null, email: '' }]),
      async *openPullRequests() {
        await Promise.resolve();
        world.asked.list += 1;
        if (world.fails.read) throw world.fails.read;
        yield* [...pulls.values()].filter((state) => state.open);
      },
    },
    source: {
      fetch: () => {
        world.asked.fetch += 1;
        if (world.fails.fetch) return Promise.reject(world.fails.fetch);
        return Promise.resolve({ files: new Map(), dropped: [] });
      },
    },
    publisher: {
      async publish(submission, report, fence) {
        if (world.fails.publish) throw world.fails.publish;
        const pull = nameOf(submission.pull);
        if (pulls.get(pull)?.headSha !== submission.headSha) return 'outdated';
        if (!(await fence())) return 'fenced';
        const { title, status } = report.check;
        const last = world.said.findLast((said) => said.pull === pull && said.sha === submission.headSha);
        // Idempotent, as the port says: what stands there already is not written again.
        if (last?.title === title) return 'published';
        if (world.resultOutcome && report.check.status === 'completed') return world.resultOutcome;
        writers.set(pull, (writers.get(pull) ?? 0) + 1);
        most = Math.max(most, writers.get(pull) ?? 0);
        await new Promise((resolve) => setTimeout(resolve, world.writeMs));
        writers.set(pull, (writers.get(pull) ?? 1) - 1);
        world.said.push({ pull, sha: submission.headSha, title, completed: status === 'completed' });
        return 'published';
      },
    },
  };
  return world;
}

const saying = (title: string, status: Report['check']['status']): Report => ({
  check: { status, conclusion: null, title, summary: '', text: null, annotations: [] },
  comment: null,
});

/** Titles that tests can tell apart. */
export const plainRendering: Rendering = {
  queued: ({ place }) => saying(`queued at ${place}`, 'queued'),
  running: () => saying('running', 'in_progress'),
  retrying: ({ reasonCode }) => saying(`retrying: ${reasonCode}`, 'in_progress'),
  marking: ({ marking, draft }) => saying(draft ? 'practice' : `${marking.decision}`, 'completed'),
  refused: ({ error }) => saying(`refused: ${error.code}`, 'completed'),
  givenUp: ({ reasonCode }) => saying(`given up: ${reasonCode}`, 'completed'),
};
