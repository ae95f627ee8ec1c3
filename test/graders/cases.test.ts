import { suiteOfCases } from './case-suite.ts';

suiteOfCases(null);
