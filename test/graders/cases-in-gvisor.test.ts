import { describe } from 'vitest';
import { runtimes } from '../adapters/docker/runtimes.ts';
import { suiteOfCases } from './case-suite.ts';

// Beside those in Docker's own runtime, where Docker has gVisor's.
describe.skipIf(!runtimes.includes('runsc'))('with gVisor', () => {
  suiteOfCases('runsc');
});
