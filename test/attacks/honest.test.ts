import { suiteOf } from './harness/suite.ts';

suiteOf('honest');
