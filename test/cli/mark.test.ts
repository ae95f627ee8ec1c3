import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Marking } from '../../src/domain/results.ts';
import { touchstone } from './run.ts';

const ErrorDocument = z.strictObject({
  decision: z.null(),
  error: z.strictObject({
    code: z.string(),
    audience: z.enum(['learner', 'author', 'operator']),
    message: z.string(),
    fix: z.string(),
  }),
});

const project = 'rubrics/shopping-basket';
const json = (dir: string, ...more: string[]) =>
  touchstone(['mark', dir, '--project', 'shopping-basket', '--format', 'json', ...more]);

describe('touchstone mark', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'touchstone-mark-'));
  });
  afterAll(async () => {
    await rm(dir, { recursive: true, force: true });
  });

  it('prints one JSON document and nothing else: mastered, 0', async () => {
    const ended = await json(`${project}/solutions/array-methods`);
    expect(ended.code).toBe(0);
    const marking = Marking.parse(JSON.parse(ended.out));
    expect(marking.decision).toBe('mastered');
    expect(marking.stages[0]).toMatchObject({
      id: 'functionality',
      status: 'completed',
      score: 1,
      met: true,
    });
    expect(marking.durationMs).toHaveProperty('functionality');
  });

  it('says not yet with 1, and the same in words', async () => {
    const ended = await touchstone([
      'mark',
      `${project}/examples/half-right`,
      '--project',
      'shopping-basket',
    ]);
    expect(ended.code).toBe(1);
    expect(ended.out).toContain('Not yet.');
    // Each step begins with what it is about, as on the pull request.
    expect(ended.out).toContain('Next:\n  1. An item can be removed\n     The test “');
    // No colours and no progress line where nobody watches.
    expect(ended.out + ended.err).not.toContain('\u001b');
  });

  it('never says mastered of the public tests alone', async () => {
    const right = await json(`${project}/solutions/array-methods`, '--public');
    expect(right.code).toBe(0);
    expect(Marking.parse(JSON.parse(right.out))).toMatchObject({ partial: true, decision: null });

    const untouched = await json(`${project}/starter`, '--public');
    expect(untouched.code).toBe(1);
    expect(Marking.parse(JSON.parse(untouched.out))).toMatchObject({ partial: true, untouchedStarter: true });
  });

  it('is partial with the copy of the course that a learner has', async () => {
    const course = join(dir, 'learners-copy');
    await cp('rubrics', course, { recursive: true });
    await rm(join(course, 'shopping-basket/tests/hidden'), { recursive: true });
    await rm(join(course, 'shopping-basket/tests/forms'), { recursive: true });
    const ended = await json(`${project}/solutions/array-methods`, '--course', course);
    expect(ended.code).toBe(0);
    expect(Marking.parse(JSON.parse(ended.out))).toMatchObject({ partial: true, decision: null });
  });

  it('takes an empty folder as a submission that is not yet anything', async () => {
    const empty = join(dir, 'empty');
    await mkdir(empty);
    const ended = await json(empty);
    expect(ended.code).toBe(1);
    expect(Marking.parse(JSON.parse(ended.out)).decision).toBe('not-yet');
  });

  it('copes with long names, deep paths and links, and names what it left out', async () => {
    const odd = join(dir, 'odd');
    await cp(`${project}/solutions/array-methods`, odd, { recursive: true });
    await writeFile(join(odd, 'n'.repeat(255)), 'long');
    const deep = join(odd, ...Array.from({ length: 6 }, () => 'd'.repeat(50)));
    await mkdir(deep, { recursive: true });
    await writeFile(join(deep, 'deep.js'), 'export {};\n');
    await symlink('/etc/passwd', join(odd, 'link.js'));
    const ended = await json(odd);
    expect(ended.code).toBe(0);
    const marking = Marking.parse(JSON.parse(ended.out));
    expect(marking.decision).toBe('mastered');
    const left = marking.dropped.map((file) => file.path);
    expect(left).toHaveLength(3);
    expect(left).toContain('link.js');
    // Long names and paths are shown shortened.
    for (const start of ['d'.repeat(50), 'n'.repeat(50)]) {
      expect(left.some((path) => path.startsWith(start))).toBe(true);
    }
  });

  it.each([
    [
      'a folder that is missing',
      ['mark', '/nowhere', '--project', 'shopping-basket'],
      'submission.no-folder',
    ],
    ['an unknown project', ['mark', '.', '--project', 'no-such'], 'usage.unknown-project'],
    [
      'an unknown form',
      ['mark', '.', '--project', 'shopping-basket', '--form', 'no-such'],
      'usage.unknown-form',
    ],
    ['an unknown unit', ['course', 'assign', 'no-such', '7'], 'usage.unknown-unit'],
    ['no project at all', ['mark', '.'], 'usage.wrong'],
    ['an unknown option', ['mark', '.', '--project', 'shopping-basket', '--fast'], 'usage.wrong'],
    ['an unknown command', ['marc'], 'usage.wrong'],
    ['a course that is missing', ['mark', '.', '--project', 'x', '--course', '/nowhere'], 'course.missing'],
  ])('answers %s with 2 and says what to do', async (_what, args, code) => {
    const asJson = await touchstone([...args, '--format', 'json']);
    expect(asJson.code).toBe(2);
    expect(ErrorDocument.parse(JSON.parse(asJson.out)).error.code).toBe(code);
    const asText = await touchstone(args);
    expect(asText.code).toBe(2);
    expect(asText.out).toBe('');
    expect(asText.err).not.toBe('');
  });

  it('makes the decision of a marking again from its evidence, and says where the record differs', async () => {
    const marked = (await json(`${project}/examples/half-right`)).out;
    const replayed = async (name: string, text: string) => {
      await writeFile(join(dir, name), text);
      return touchstone(['replay', join(dir, name)]);
    };
    const same = await replayed('same.json', marked);
    expect(same.out).toContain('The record says the same, word for word.');
    expect(same.code).toBe(0);
    const other = await replayed(
      'other.json',
      marked.replace('"decision": "not-yet"', '"decision": "mastered"'),
    );
    expect(other.out).toContain('The record differs; it says: mastered.');
    expect(other.code).toBe(1);
  });

  it('says which project of a unit a learner gets, and another where that one did not help', async () => {
    const assign = async (...more: string[]) =>
      (await touchstone(['course', 'assign', 'functions', '583231', ...more])).out.trim();
    const first = await assign();
    expect(['shopping-basket', 'playlist']).toContain(first);
    expect(await assign()).toBe(first);
    expect(await assign('--not', first)).toBe(first === 'playlist' ? 'shopping-basket' : 'playlist');
  });

  it('answers a wrong course with 2, the file and the line', async () => {
    const course = join(dir, 'wrong-course');
    await cp('rubrics', course, { recursive: true });
    await writeFile(
      join(course, 'course.yml'),
      'title: A course\nrepositories: "{project}"\nunits: []\nsurprise: 1\n',
    );
    const ended = await json(`${project}/starter`, '--course', course);
    expect(ended.code).toBe(2);
    const { error } = ErrorDocument.parse(JSON.parse(ended.out));
    expect(error.audience).toBe('author');
    expect(error.message).toMatch(/course\.yml:4/);
    expect(error.message).toContain('surprise');
  });

  it('shows the warnings of a course to its author, and to no learner', async () => {
    const course = join(dir, 'low-threshold');
    await cp('rubrics', course, { recursive: true });
    const file = join(course, 'shopping-basket/rubric.yml');
    await writeFile(file, (await readFile(file, 'utf8')).replace('threshold: 0.8', 'threshold: 0.7'));
    const nowhere = { DOCKER_HOST: 'unix:///nowhere/docker.sock' };
    const args = ['mark', `${project}/starter`, '--project', 'shopping-basket', '--course', course];
    const author = await touchstone(args, nowhere);
    expect(author.err).toMatch(/^Warning: .*shopping-basket\/rubric\.yml:\d+: .*0\.7/);
    const learner = await touchstone([...args, '--public'], nowhere);
    expect(learner.err).not.toContain('Warning');
  });

  it('answers a rubric that names a test that is not there with 2: the author has to act', async () => {
    const course = join(dir, 'missing-test');
    await cp('rubrics', course, { recursive: true });
    const file = join(course, 'shopping-basket/rubric.yml');
    const rubric = await readFile(file, 'utf8');
    await writeFile(
      file,
      rubric.replace('- test: The total > is right', '- test: The total > is never right'),
    );
    const ended = await json(`${project}/solutions/array-methods`, '--course', course);
    expect(ended.code).toBe(2);
    const { error } = ErrorDocument.parse(JSON.parse(ended.out));
    expect(error.audience).toBe('author');
    expect(error.message).toContain('The total > is never right');
  });

  it('answers a missing Docker with 3: nothing was decided', async () => {
    const ended = await touchstone(
      ['mark', `${project}/starter`, '--project', 'shopping-basket', '--format', 'json'],
      { DOCKER_HOST: 'unix:///nowhere/docker.sock' },
    );
    expect(ended.code).toBe(3);
    expect(ErrorDocument.parse(JSON.parse(ended.out)).error.audience).toBe('operator');
    // Who reads this on a laptop has no use for lines of a log.
    expect(ended.err).toBe('');
  });

  it('refuses to serve without the settings of a GitHub App, or with a wrong course', async () => {
    const unset = await touchstone(['serve'], { TOUCHSTONE_APP_ID: '', TOUCHSTONE_WEBHOOK_SECRET: '' });
    expect(unset.code).toBe(2);
    expect(unset.err).toContain('TOUCHSTONE_WEBHOOK_SECRET');
  });

  it('says in its help what the exit codes mean', async () => {
    const { out } = await touchstone(['mark', '--help']);
    expect(out).toMatch(/Exit code:\n {2}0 {2}mastered.*\n {2}1 {2}not yet\n {2}2 .*\n {2}3 /);
  });

  it.each(['serve', 'worker'])(
    '%s refuses a webhook secret that everybody knows, and a key that is none',
    async (role) => {
      const settings = {
        TOUCHSTONE_APP_ID: '1',
        TOUCHSTONE_PRIVATE_KEY: 'no key',
        TOUCHSTONE_WEBHOOK_SECRET: 'development',
      };
      const secret = await touchstone([role], settings);
      expect(secret.code).toBe(2);
      expect(secret.err).toContain('"development"');
      const key = await touchstone([role], {
        ...settings,
        TOUCHSTONE_WEBHOOK_SECRET: 'one that is long enough',
      });
      expect(key.code).toBe(2);
      expect(key.err).toContain('private key');
    },
  );

  it('examines a machine whose Redis address has a password that is not encoded well', async () => {
    const ended = await touchstone(['doctor', '--format', 'json'], {
      TOUCHSTONE_REDIS_URL: 'redis://:100%@127.0.0.1:1',
      TOUCHSTONE_DATA: join(dir, 'data'),
    });
    expect(ended.code).toBe(3);
    expect(ended.out).toContain('"id": "redis"');
    expect(ended.out).not.toContain('100%');
  });

  it.each(['mark', 'serve', 'worker', 'demo', 'doctor', 'images'])('%s has --help', async (command) => {
    const ended = await touchstone([command, '--help']);
    expect(ended.code).toBe(0);
    expect(ended.out).toContain(`touchstone ${command}`);
  });
});
