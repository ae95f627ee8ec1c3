// Turns what `touchstone similarity --format json` printed, one file for each task or cohort, into what an evaluator takes:
// `npx tsx bench/similarity/for-evaluator.ts pairs leap.json clock.json > scores.json`, or `groups`. A file's name is the task's.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { SimilarityDocument } from '../../src/cli/similarity-document.ts';
import { groupsOf, pairsOf } from './convert.ts';

const [what, ...files] = process.argv.slice(2);
const converters = { pairs: pairsOf, groups: groupsOf } as const;
if ((what !== 'pairs' && what !== 'groups') || files.length === 0) {
  console.error('Say "pairs" or "groups", and name the files.');
  process.exitCode = 2;
} else {
  const converted: unknown[] = [];
  for (const file of files) {
    const document = SimilarityDocument.parse(JSON.parse(readFileSync(file, 'utf8')));
    converted.push(...converters[what](basename(file, '.json'), document));
  }
  console.log(JSON.stringify(converted));
}
