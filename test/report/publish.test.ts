import { describe, expect, it } from 'vitest';
import { githubError } from '../../src/domain/errors/github.ts';
import type { Report } from '../../src/domain/report.ts';
import type { Submission } from '../../src/domain/submission.ts';
import { COMMENT_MARKER } from '../../src/report/marker.ts';
import { createPublisher } from '../../src/report/publish.ts';
import type {
  CheckWrite,
  PullRequestWriter,
  WrittenCheck,
  WrittenComment,
} from '../../src/report/pull-request-writer.ts';

const HEAD = 'a'.repeat(40);

const submission: Submission = {
  pull: { installation: 1, owner: 'school', repo: 'hello-ada', repositoryId: 5, number: 3 },
  learner: { id: 8, login: 'ada' },
  project: 'hello',
  headSha: HEAD,
  headOwner: 'school',
  headRepo: 'hello-ada',
  draft: false,
};

const report: Report = {
  check: {
    status: 'completed',
    conclusion: 'success',
    title: 'Mastered',
    summary: 'It works.',
    text: null,
    annotations: [],
  },
  comment: `${COMMENT_MARKER}\nIt works.`,
};

const call = 'POST /x';
const unclear = () => githubError('github.unclear', { call, seen: 'it answered 502' });
const gone = () => githubError('github.gone', { call, status: 404 });
const forbidden = () => githubError('github.forbidden', { call, seen: 'locked' });
const limited = () => githubError('github.rate-limited', { call, until: 'later' }, { retryAt: 42 });

type Step = keyof PullRequestWriter;

/** A pull request in memory. `fail` names what goes wrong with the n-th call of a step: before it has worked, or after. */
function pullRequest(
  fail: Partial<Record<Step, { at: number | 'always'; error: () => Error; afterEffect?: boolean }>> = {},
) {
  const state = {
    head: HEAD,
    checks: [] as WrittenCheck[],
    comments: [] as WrittenComment[],
  };
  const steps: string[] = [];
  const counts = new Map<Step, number>();
  let ids = 0;

  const step = async <T>(name: Step, effect: () => T): Promise<T> => {
    steps.push(name);
    counts.set(name, (counts.get(name) ?? 0) + 1);
    const failure = fail[name];
    const fails = failure !== undefined && (failure.at === 'always' || failure.at === counts.get(name));
    if (fails && failure.afterEffect !== true) throw failure.error();
    const result = await Promise.resolve(effect());
    if (fails) throw failure.error();
    return result;
  };
  const asWritten = (id: number, { annotations, ...check }: CheckWrite): WrittenCheck => ({
    id,
    ...check,
    annotations: annotations.length,
  });

  const writer: PullRequestWriter = {
    headSha: () => step('headSha', () => state.head),
    checks: () => step('checks', () => [...state.checks]),
    annotations: () => step('annotations', () => []),
    createCheck: (_pull, _sha, check) =>
      step('createCheck', () => {
        state.checks.push(asWritten((ids += 1), check));
        return ids;
      }),
    updateCheck: (_pull, id, check) =>
      step('updateCheck', () => {
        state.checks = state.checks.map((each) => (each.id === id ? asWritten(id, check) : each));
      }),
    comments: () => step('comments', () => [...state.comments]),
    createComment: (_pull, body) =>
      step('createComment', () => void state.comments.push({ id: (ids += 1), body })),
    updateComment: (_pull, id, body) =>
      step('updateComment', () => {
        state.comments = state.comments.map((each) => (each.id === id ? { id, body } : each));
      }),
    react: () => step('react', () => undefined),
    deleteComment: (_pull, id) =>
      step('deleteComment', () => {
        state.comments = state.comments.filter((each) => each.id !== id);
      }),
  };
  const pauses: number[] = [];
  const publisher = createPublisher(writer, {
    pause: (ms) => {
      pauses.push(ms);
      return Promise.resolve();
    },
  });
  const publish = (changed: Partial<Report> = {}, fence = () => Promise.resolve(true)) =>
    publisher.publish(submission, { ...report, ...changed }, fence);
  return { state, steps, pauses, publish };
}

describe('a publication', () => {
  it('writes the check, then the comment, and asks for the head before each', async () => {
    const pull = pullRequest();
    expect(await pull.publish()).toBe('published');
    expect(pull.steps).toEqual(['checks', 'headSha', 'createCheck', 'comments', 'headSha', 'createComment']);
    expect(pull.state.comments).toEqual([{ id: 2, body: report.comment }]);
  });

  it('writes nothing where nothing would change', async () => {
    const pull = pullRequest();
    await pull.publish();
    pull.steps.length = 0;
    expect(await pull.publish()).toBe('published');
    expect(pull.steps).toEqual(['checks', 'comments']);
  });

  it('leaves the comment alone where the report has none', async () => {
    const pull = pullRequest();
    expect(await pull.publish({ comment: null })).toBe('published');
    expect(pull.steps).not.toContain('comments');
  });

  it('makes the comment anew that somebody deleted', async () => {
    const pull = pullRequest();
    await pull.publish();
    pull.state.comments = [];
    expect(await pull.publish()).toBe('published');
    expect(pull.state.comments).toHaveLength(1);
  });

  it('makes one comment of three', async () => {
    const pull = pullRequest();
    pull.state.comments = [1, 2, 3].map((id) => ({ id: id * 100, body: `${COMMENT_MARKER}\nRunning.` }));
    expect(await pull.publish()).toBe('published');
    expect(pull.state.comments).toEqual([{ id: 100, body: report.comment }]);
  });
});

describe('a publication that must not speak any more', () => {
  it('writes nothing for a head that has moved on', async () => {
    const pull = pullRequest();
    pull.state.head = 'b'.repeat(40);
    expect(await pull.publish()).toBe('outdated');
    expect(pull.steps).toEqual(['checks', 'headSha']);
  });

  it('writes nothing more when the head moves on between the check and the comment', async () => {
    const pull = pullRequest();
    let asked = 0;
    const fence = () => {
      asked += 1;
      pull.state.head = 'b'.repeat(40);
      return Promise.resolve(true);
    };
    expect(await pull.publish({}, fence)).toBe('outdated');
    expect([asked, pull.state.checks.length, pull.state.comments.length]).toEqual([1, 1, 0]);
  });

  it('writes nothing without its lease', async () => {
    const pull = pullRequest();
    expect(await pull.publish({}, () => Promise.resolve(false))).toBe('fenced');
    expect(pull.state.checks).toEqual([]);
  });

  it('asks for its lease before each write', async () => {
    const pull = pullRequest();
    const answers = [true, false];
    expect(await pull.publish({}, () => Promise.resolve(answers.shift() ?? false))).toBe('fenced');
    expect([pull.state.checks.length, pull.state.comments.length]).toEqual([1, 0]);
  });

  it('does not write where the lease cannot be asked for', async () => {
    const pull = pullRequest();
    const away = new Error('the database is away');
    await expect(pull.publish({}, () => Promise.reject(away))).rejects.toBe(away);
    expect(pull.state.checks).toEqual([]);
  });
});

describe('a write that may have worked', () => {
  it.each(['createCheck', 'createComment'] as const)('is not made twice where it has: %s', async (name) => {
    const pull = pullRequest({ [name]: { at: 1, error: unclear, afterEffect: true } });
    expect(await pull.publish()).toBe('published');
    expect([pull.state.checks.length, pull.state.comments.length]).toEqual([1, 1]);
    expect(pull.steps.filter((step) => step === name)).toHaveLength(1);
    expect(pull.pauses).toEqual([1_000]);
  });

  it.each(['createCheck', 'createComment'] as const)('is made again where it has not: %s', async (name) => {
    const pull = pullRequest({ [name]: { at: 1, error: unclear } });
    expect(await pull.publish()).toBe('published');
    expect([pull.state.checks.length, pull.state.comments.length]).toEqual([1, 1]);
    expect(pull.steps.filter((step) => step === name)).toHaveLength(2);
  });

  it('is looked at four times, and then handed on to be tried later', async () => {
    const pull = pullRequest({ createCheck: { at: 'always', error: unclear } });
    await expect(pull.publish()).rejects.toMatchObject({ code: 'github.unclear' });
    expect(pull.steps.filter((step) => step === 'checks')).toHaveLength(4);
    expect(pull.pauses).toEqual([1_000, 2_000, 4_000]);
  });
});

describe('a pull request that is closed to us', () => {
  it.each<[string, Parameters<typeof pullRequest>[0], string]>([
    ['no permission for checks', { createCheck: { at: 1, error: forbidden } }, 'unreachable'],
    ['a locked conversation', { createComment: { at: 1, error: forbidden } }, 'check-only'],
    ['no comments to be read', { comments: { at: 1, error: forbidden } }, 'check-only'],
  ])('%s', async (_name, fail, outcome) => {
    expect(await pullRequest(fail).publish()).toBe(outcome);
  });

  it('that is gone is found out by looking twice, and not crashed into', async () => {
    const pull = pullRequest({ headSha: { at: 'always', error: gone } });
    expect(await pull.publish()).toBe('unreachable');
    expect(pull.steps).toEqual(['checks', 'headSha', 'checks', 'headSha']);
  });

  it('that GitHub does not show for a moment is published all the same', async () => {
    const pull = pullRequest({ headSha: { at: 1, error: gone } });
    expect(await pull.publish()).toBe('published');
  });

  it('a comment that is deleted while it is edited is made anew', async () => {
    const deleted = () => {
      pull.state.comments = [];
      return gone();
    };
    const pull = pullRequest({ updateComment: { at: 1, error: deleted } });
    await pull.publish({ comment: `${COMMENT_MARKER}\nRunning.` });
    const [before] = pull.state.comments;
    expect(await pull.publish()).toBe('published');
    expect(pull.state.comments).toEqual([{ id: expect.any(Number) as number, body: report.comment }]);
    expect(pull.state.comments[0]?.id).not.toBe(before?.id);
  });

  it('a limit is handed on with the time to come back', async () => {
    const pull = pullRequest({ createComment: { at: 1, error: limited } });
    await expect(pull.publish()).rejects.toMatchObject({ code: 'github.rate-limited', retryAt: 42 });
  });
});
