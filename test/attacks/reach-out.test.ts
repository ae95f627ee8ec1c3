import { suiteOf } from './harness/suite.ts';

suiteOf('reach-out');
