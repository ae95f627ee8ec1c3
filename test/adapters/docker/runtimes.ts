import Docker from 'dockerode';
import { askContainment } from '../../../src/adapters/docker/containment.ts';

const { runtimes: known } = await askContainment(new Docker());

/** What tests of the sandbox go over: Docker's own runtime and, where Docker has it, gVisor's. */
export const runtimes: readonly (string | null)[] = known.includes('runsc') ? [null, 'runsc'] : [null];
