import { suiteOf } from './harness/suite.ts';

suiteOf('read-the-hidden-tests');
