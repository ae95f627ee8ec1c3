// What the command of Dolos does, whose library alone can be had from npm: reads files, compares all, prints the pairs.
// `node dolos.mjs <where it is installed> <language> < paths`
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { text } from 'node:stream/consumers';

const [home, language] = process.argv.slice(2);
const entry = createRequire(`${home}/`).resolve('@dodona/dolos-lib');
const { Dolos } = await import(pathToFileURL(entry).href);
const paths = (await text(process.stdin)).trim().split('\n');
const report = await new Dolos({ language }).analyzePaths(paths);
const pairs = report.allPairs().filter(({ similarity }) => similarity > 0);
process.stdout.write(
  JSON.stringify(
    pairs.map(({ leftFile, rightFile, similarity }) => ({
      a: leftFile.path,
      b: rightFile.path,
      score: similarity,
    })),
  ),
);
