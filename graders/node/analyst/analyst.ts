import { serveAnalyses } from '../../_analyst/serve-analyses.ts';
import { readMutations } from './mutations/read-mutations.ts';
import { readSyntax } from './syntax/read-syntax.ts';

// The first process of an analyst's container.

serveAnalyses({ syntax: readSyntax, mutations: readMutations });
