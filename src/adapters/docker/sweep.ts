import type Docker from 'dockerode';
import type { Clock } from '../../domain/clock.ts';
import { dockerCall, dockerStatus } from './calls.ts';
import { LABELS, ownerIsGone } from './owner.ts';

/**
 * Removes the containers that nobody will remove any more: those of processes of this machine that are gone, and
 * those past their deadline. Resolves to how many. To be run at start and each minute.
 */
export async function sweepContainers(docker: Docker, clock: Clock): Promise<number> {
  const filters = { label: [LABELS.owner] };
  const containers = await dockerCall('list containers', docker.listContainers({ all: true, filters }));
  const left = containers.filter(({ Labels }) => {
    const deadline = Number(Labels[LABELS.deadline]);
    return !(clock.now() <= deadline) || ownerIsGone(Labels[LABELS.owner] ?? '');
  });
  const removed = await Promise.all(left.map(({ Id }) => removeContainer(docker, Id)));
  return removed.filter(Boolean).length;
}

/** Ends and removes a container; false where somebody else does or did. */
export async function removeContainer(docker: Docker, id: string): Promise<boolean> {
  try {
    await dockerCall('remove a container', docker.getContainer(id).remove({ force: true, v: true }));
    return true;
  } catch (error) {
    const status = dockerStatus(error);
    if (status === 404 || status === 409) return false;
    throw error;
  }
}
