import { setTimeout as pause } from 'node:timers/promises';
import Docker from 'dockerode';
import { createDockerSandbox } from '../../src/adapters/docker/docker-sandbox.ts';
import { LABELS, thisOwner } from '../../src/adapters/docker/owner.ts';
import type { Sandbox, SandboxOutcome, SandboxRequest } from '../../src/sandbox/sandbox.ts';
import type { Way } from '../way.ts';
import { suiteRequest } from './suite.ts';

const gradersDir = new URL('../../graders', import.meta.url).pathname;

/** Our sandbox as a way to run the suite. */
export interface Ours extends Way {
  sandbox: Sandbox;
  /** Resolves when it makes no containers ready and removes none any more. */
  rested: () => Promise<void>;
}

export function openTouchstone(name: string, docker = new Docker()): Ours {
  const sandbox = createDockerSandbox({ gradersDir, docker });
  return {
    name,
    sandbox,
    run: () => runRight(sandbox, suiteRequest()),
    rested: () => rested(docker),
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

/** Looks at our containers until they have been the same ones for a while. */
async function rested(docker: Docker): Promise<void> {
  const filters = { label: [`${LABELS.owner}=${thisOwner()}`] };
  let before = '';
  for (let quiet = 0; quiet < 4; quiet += 1) {
    const containers = await docker.listContainers({ all: true, filters });
    const now = containers
      .map(({ Id, State }) => `${Id} ${State}`)
      .sort()
      .join('\n');
    if (now !== before || containers.some(({ State }) => State !== 'running')) quiet = 0;
    before = now;
    await pause(150);
  }
}
