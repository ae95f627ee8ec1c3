import type { MeasureName } from './evidence.ts';

/** What each measure counts, in words for a learner. */
export const MEASURE_WORDS: Record<MeasureName, string> = {
  duplication: 'Lines in a hundred that repeat others',
  'file-lines': 'Lines of code in the longest file',
  'function-lines': 'Lines of code in the longest function',
  nesting: 'Levels of the deepest nesting',
  coupling: 'Modules that one module imports',
  'import-cycles': 'Circles of modules that import each other',
  'unrelated-parts': 'Parts of one unit that have nothing to do with each other',
};
