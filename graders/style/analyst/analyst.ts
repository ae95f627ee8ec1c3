import { serveAnalyses } from '../../_analyst/serve-analyses.ts';
import { readStyle } from './read-style.ts';
import { bootTools } from './tools.ts';

// The first process of the container that reads for style. Its tools are loaded before it says that it is free.

const tools = bootTools();
serveAnalyses({ style: (task) => readStyle(task, tools) }, tools.free);
