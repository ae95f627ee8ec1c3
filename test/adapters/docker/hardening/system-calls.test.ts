import Docker from 'dockerode';
import { beforeAll, describe, expect, test } from 'vitest';
import { refusedFamilies } from '../../../../scripts/seccomp/refused.ts';
import { hardeningFor } from '../../../../src/adapters/docker/hardening/hardening-for.ts';
import { ensureImages } from '../../../../src/adapters/docker/images.ts';
import { Limits } from '../../../../src/domain/course/limits.ts';
import { gradersDir } from '../../../graders/case.ts';
import { inside } from './inside.ts';
import { here, programOf } from './make-calls.ts';
import { refusedCalls, refusedRequests } from './system-calls.ts';

const docker = new Docker();
const hardening = hardeningFor('learner', Limits.parse({}));
const calls = here([...refusedCalls, ...refusedRequests]);
let image = '';
let answers: string[] = [];

beforeAll(async () => {
  const log = () => undefined;
  ({ learner: image } = await ensureImages({ docker, gradersDir, grader: 'node', projects: [], log }));
  const { out, err } = await inside(docker, image, hardening, programOf(calls));
  expect(err).toBe('');
  answers = out.trim().split('\n');
  expect(answers).toHaveLength(calls.length);
});

const rows = calls.map((call, at) => ({ ...call, at, asked: `${call.name}(${call.args.join(', ')})` }));

describe('a container is refused', () => {
  test.each(rows.map((row) => [row.family, row.asked, row] as const))('%s: %s', (_family, _asked, row) => {
    expect(answers[row.at]).toBe(String(row.refused));
  });
});

test('each family that is left out has been tried', () => {
  const tried = new Set(refusedCalls.map(({ family }) => family));
  expect(refusedFamilies.map(({ family }) => family).filter((family) => !tried.has(family))).toEqual([]);
});

// Without this, a test above could pass because the kernel refuses a call for another reason.
test('the profile is what refuses them: without it most get another answer', async () => {
  const without = await inside(docker, image, hardening, programOf(calls), (options) => ({
    ...options,
    HostConfig: { ...options.HostConfig, SecurityOpt: ['no-new-privileges', 'seccomp=unconfined'] },
  }));
  const bare = without.out.trim().split('\n');
  const same = rows.filter(({ at, refused }) => bare[at] === String(refused)).map(({ asked }) => asked);
  expect(same.length, same.join(', ')).toBeLessThan(rows.length / 3);
});
