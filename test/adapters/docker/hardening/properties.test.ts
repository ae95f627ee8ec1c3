import Docker from 'dockerode';
import { beforeAll, describe, expect, test } from 'vitest';
import { hardeningFor } from '../../../../src/adapters/docker/hardening/hardening-for.ts';
import { MASKED_PATHS } from '../../../../src/adapters/docker/hardening/masked-paths.ts';
import { ensureImages } from '../../../../src/adapters/docker/images.ts';
import { Limits } from '../../../../src/domain/course/limits.ts';
import { gradersDir } from '../../../graders/case.ts';
import { runtimes } from '../runtimes.ts';
import { inside } from './inside.ts';
import { programOf, properties } from './properties.ts';

const docker = new Docker();

const containers = (['learner', 'runner', 'analyst'] as const).flatMap((role) =>
  (role === 'runner' ? [null] : runtimes).map((runtime) => ({ role, runtime })),
);

describe.each(containers)(
  'a container of the $role in the runtime $runtime (null: its own)',
  ({ role, runtime }) => {
    const hardening = hardeningFor(role, Limits.parse({}), { runtime });
    const tried = properties.filter(({ inGvisor }) => runtime === null || inGvisor !== null);
    let found: unknown[] = [];

    beforeAll(async () => {
      const log = () => undefined;
      const images = await ensureImages({ docker, gradersDir, grader: 'node', projects: [], log });
      const image = role === 'runner' ? images.runner : images.learner;
      const program = programOf(tried, hardening, MASKED_PATHS);
      const { out, err } = await inside(docker, image, hardening, ['/usr/local/bin/node', '-e', program]);
      expect(err).toBe('');
      found = JSON.parse(out) as unknown[];
    });

    test.each(tried.map((property, at) => [property.it, property, at] as const))('%s', (_, property, at) => {
      const wanted = runtime === null ? property.expected : (property.inGvisor ?? property.expected);
      expect(found[at]).toEqual({ value: wanted(hardening) });
    });
  },
);

test('each role has a user of its own', () => {
  const uids = (['runner', 'learner', 'analyst'] as const).map(
    (role) => hardeningFor(role, Limits.parse({})).uid,
  );
  expect(uids).toEqual([10_002, 10_001, 10_003]);
});
