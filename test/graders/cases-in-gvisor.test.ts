import { describe } from 'vitest';
import { runtimes } from '../adapters/docker/runtimes.ts';
import { suiteOfCases } from './case-suite.ts';

// Beside all of them in Docker's own runtime, where Docker has gVisor's; the others are in the soak.
describe.skipIf(!runtimes.includes('runsc'))('with gVisor', () => {
  suiteOfCases('runsc', { every: 3 });
});
