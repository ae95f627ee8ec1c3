import Docker from 'dockerode';
import { createDockerSandbox } from '../../src/adapters/docker/docker-sandbox.ts';
import { dockerRoom } from '../../src/adapters/docker/room.ts';
import { capacityOf } from '../../src/sandbox/pool/capacity.ts';
import { thisOwner } from '../../src/adapters/docker/owner.ts';
import type { Sandbox, SandboxOutcome, SandboxRequest } from '../../src/sandbox/sandbox.ts';
import { untilRested } from '../../test/services/containers.ts';
import type { Way } from '../way.ts';
import { suiteRequest } from './suite.ts';

const gradersDir = new URL('../../graders', import.meta.url).pathname;

/** Our sandbox as a way to run the suite. */
export interface Ours extends Way {
  sandbox: Sandbox;
  /** Resolves when it makes no containers ready and removes none any more. */
  rested: () => Promise<void>;
}

/** Opens it with as much as this machine bears, as a worker does. */
export async function openTouchstone(name: string, docker = new Docker()): Promise<Ours> {
  const capacity = capacityOf(await dockerRoom(docker));
  const sandbox = createDockerSandbox({ gradersDir, docker, capacity });
  return {
    name,
    sandbox,
    run: () => runRight(sandbox, suiteRequest()),
    rested: async () => {
      await sandbox.settled();
      await untilRested(docker, thisOwner());
    },
    close: () => sandbox.close(),
  };
}

/** One run that must pass all its tests. */
export async function runRight(sandbox: Sandbox, request: SandboxRequest): Promise<void> {
  const outcome = await sandbox.run(request);
  const passed = passes(outcome);
  if (passed !== request.expected.length) {
    throw new Error(
      `${passed} of ${request.expected.length} passed: ${JSON.stringify(outcome).slice(0, 2000)}`,
    );
  }
}

function passes(outcome: SandboxOutcome): number {
  if (outcome.kind === 'broken') throw new Error(outcome.reason);
  return outcome.tests.filter(({ status }) => status === 'passed').length;
}
