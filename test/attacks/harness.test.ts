import { connect, type NetConnectOpts } from 'node:net';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import Docker from 'dockerode';
import { describe, expect, onTestFinished, test } from 'vitest';
import { LABELS, thisOwner } from '../../src/adapters/docker/owner.ts';
import { readCourse } from '../../src/compose/course.ts';
import { testsIn } from '../../src/domain/course/evidence.ts';
import type { Evidence, Marking } from '../../src/domain/results.ts';
import { renderMarking } from '../../src/report/render/marking.ts';
import { type Bait, layBait } from './harness/bait.ts';
import { canariesOf, told } from './harness/canaries.ts';
import { AIMS, type Case, casesOf, courseDir } from './harness/case.ts';
import { faultsOf, wrongsOf } from './harness/faults.ts';
import type { Outcome } from './harness/road.ts';
import { leftOver, NOTHING } from './harness/traces.ts';

// What finds nothing in an attack must be able to find it: each kind of fault is made here once.

const course = await readCourse(courseDir);
const project = course.projects.get('library')!;
type Attack = Pick<Case, 'passes' | 'says' | 'untold'>;
const none: Attack = { passes: [], says: [], untold: [] };
const noBait: Pick<Bait, 'words' | 'visits'> = { words: ['bait-0123'], visits: [] };

/** A marking in which some tests have passed, and what the others are told. */
function outcome(passed: (test: string) => boolean, evidence: Partial<Evidence> = {}): Outcome {
  const [stage] = project.rubric.stages;
  const criteria = stage!.criteria.map(({ id, title, essential, evidence: asked }) => ({
    id,
    title,
    essential,
    met: testsIn(asked).every(({ test }) => passed(test)),
    score: 0,
    evidence: testsIn(asked).map(({ test: name }): Evidence => ({
      id: name,
      status: passed(name) ? 'passed' : 'failed',
      ...{ message: null, expected: null, actual: null, file: null, line: null },
      ...(passed(name) ? {} : evidence),
    })),
  }));
  const met = criteria.every((criterion) => criterion.met);
  const marking: Marking = {
    project: 'library',
    partial: false,
    decision: met ? 'mastered' : 'not-yet',
    doubts: [],
    stages: [
      { id: 'functionality', status: 'completed', reason: null, score: 0, threshold: 0.9, met, criteria },
    ],
    feedback: [],
    durationMs: {},
    untouchedStarter: false,
    dropped: [],
  };
  const report = renderMarking({ project, marking, headSha: 'a'.repeat(40), draft: false });
  return { submission: { files: new Map(), dropped: [] }, marking, report, printed: '', log: [] };
}
const kindsOf = (attack: Partial<Attack>, seen: Outcome, bait = noBait) => [
  ...new Set(faultsOf({ ...none, ...attack }, project, seen, bait).map(({ kind }) => kind)),
];
const never = () => false;
const always = () => true;

describe('the harness', () => {
  test('finds nothing where nothing is', () => {
    expect(kindsOf({}, outcome(never))).toEqual([]);
    expect(wrongsOf({ misses: [] }, project, outcome(always))).toEqual([]);
  });

  test('finds a fake pass, unless it is deserved', () => {
    const [one] = ['add > adds any two numbers'];
    expect(
      kindsOf(
        {},
        outcome((name) => name === one),
      ),
    ).toEqual(['fake pass']);
    expect(
      kindsOf(
        { passes: [one] },
        outcome((name) => name === one),
      ),
    ).toEqual([]);
    expect(kindsOf({}, outcome(always))).toEqual(['fake pass']);
  });

  test('finds canaries, however they are dressed', () => {
    const [canary = ''] = canariesOf(project.hiddenTests);
    expect(canariesOf(project.hiddenTests).length).toBeGreaterThan(5);
    const dresses = [
      canary.toUpperCase(),
      Buffer.from(`xy${canary}zz`).toString('base64'),
      Buffer.from(canary).toString('hex'),
      canary.split('').reverse().join(''),
      [...Buffer.from(canary)].join(','),
    ];
    for (const dress of dresses) expect(told(`so ${dress} it is`, [canary])).toEqual([canary]);
    expect(told('canary-in-a-cage', [canary])).toEqual([]);
    expect(kindsOf({}, outcome(never, { message: dresses[1] ?? '' }))).toEqual(['leak']);
    expect(kindsOf({ untold: ['secret'] }, outcome(never, { message: 'a secret' }))).toEqual(['leak']);
  });

  test('finds who has got out', () => {
    expect(kindsOf({}, outcome(never, { message: 'bait-0123' }))).toEqual(['escape']);
    expect(kindsOf({}, outcome(never), { words: [], visits: ['tcp'] })).toEqual(['escape']);
  });

  test('finds texts that come alive, places that are not there, and words that are missing', () => {
    const seen = outcome(never);
    const alive = { ...seen, report: { ...seen.report, comment: `${seen.report.comment ?? ''}\n\n@owned` } };
    expect(kindsOf({}, alive)).toEqual(['text']);
    const html = { ...seen, report: { ...seen.report, comment: `${seen.report.comment ?? ''}\n\n<b>x</b>` } };
    expect(kindsOf({}, html)).toEqual(['text']);
    expect(kindsOf({}, { ...seen, printed: '\u001b[31m' })).toEqual(['text']);
    expect(kindsOf({}, outcome(never, { file: 'not-there.js' }))).toEqual(['text']);
    expect(kindsOf({ says: ['a word that nobody says'] }, seen)).toEqual(['text']);
  });

  test('finds a stage that is broken, and an honest submission that is wronged', () => {
    const seen = outcome(always);
    const stages = seen.marking.stages.map((stage) => ({ ...stage, status: 'broken' as const }));
    expect(
      wrongsOf({ misses: [] }, project, { ...seen, marking: { ...seen.marking, stages } }),
    ).toMatchObject([{ kind: 'broken' }]);
    expect(wrongsOf({ misses: [] }, project, outcome(never)).length).toBeGreaterThan(10);
    expect(wrongsOf({ misses: ['add > adds any two numbers'] }, project, seen)).not.toEqual([]);
  });

  test('hears who knocks', async () => {
    const bait = await layBait();
    onTestFinished(() => bait.remove());
    const places: NetConnectOpts[] = [
      { port: bait.port, host: '127.0.0.1' },
      { port: bait.port, host: '::1' },
      { path: bait.socket },
    ];
    for (const place of places)
      await new Promise<void>((resolve) => {
        connect(place).on('close', () => {
          resolve();
        });
      });
    expect(bait.visits).toEqual(['tcp', 'tcp', 'unix socket']);
  });

  test('finds containers and files that are left', async () => {
    const docker = new Docker();
    expect(await leftOver(docker, NOTHING, 0)).toEqual([]);
    const [image] = await docker.listImages();
    const container = await docker.createContainer({
      Image: image!.Id,
      Cmd: ['true'],
      Labels: { [LABELS.owner]: thisOwner(), [LABELS.deadline]: String(Date.now() + 60_000) },
    });
    const folder = mkdtempSync('/tmp/attacks-left-');
    onTestFinished(async () => {
      rmSync(folder, { recursive: true });
      await container.remove({ force: true });
    });
    expect(await leftOver(docker, NOTHING, 0)).toHaveLength(1);
    chownSync(folder, 10_001, 10_001);
    expect(await leftOver(docker, NOTHING, 0)).toHaveLength(2);
  });

  test('has cases of every aim, each for a project of the course', () => {
    for (const aim of AIMS) expect(casesOf(aim).length, aim).toBeGreaterThan(5);
    const hostile = AIMS.flatMap((aim) => casesOf(aim).filter(({ language }) => language === 'javascript'));
    expect(new Set(hostile.map(({ dir }) => dir)).size).toBeGreaterThanOrEqual(65);
    for (const { project: slug, name } of [...hostile, ...casesOf('honest')])
      expect(course.projects.has(slug), name).toBe(true);
  });
});
