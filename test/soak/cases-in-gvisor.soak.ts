import { describe } from 'vitest';
import { runtimes } from '../adapters/docker/runtimes.ts';
import { suiteOfCases } from '../graders/case-suite.ts';

describe.skipIf(!runtimes.includes('runsc'))('with gVisor', () => {
  suiteOfCases('runsc');
});
