import { suiteOf } from './harness/suite.ts';

suiteOf('hurt-the-report');
