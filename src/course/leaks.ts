import { join } from 'node:path';
import type { FileMap } from '../domain/course/file-map.ts';
import { aboutFile, type CourseFinding } from './finding.ts';
import { isSameFile } from './same-folder.ts';

/** Files that nobody is to see, and that learners get all the same: with the starter, or among the public tests. */
export function checkLeaks(
  dir: string,
  {
    starter,
    publicTests,
    hidden,
  }: { starter: FileMap; publicTests: FileMap; hidden: readonly [path: string, bytes: Uint8Array][] },
): CourseFinding[] {
  // A few bytes, such as an empty package.json, are the same by chance.
  const tests = hidden.filter(([path, bytes]) => bytes.byteLength > 0 && isTest(path));
  const leaked = (folder: string, files: FileMap): CourseFinding[] =>
    [...files].flatMap(([path, bytes]) => {
      const twin = tests.find(([, secret]) => isSameFile(bytes, secret));
      if (twin === undefined) return [];
      return [
        aboutFile('error', join(dir, folder, path), 'learners get this file, and it is a hidden test', {
          found: `the text of ${twin[0]}`,
          expected: 'a file of its own',
        }),
      ];
    });
  return [...leaked('starter', starter), ...leaked('tests/public', publicTests)];
}

const isTest = (path: string): boolean =>
  /\.test\.[cm]?[jt]sx?$|(?:^|\/)test_[^/]*\.py$|_test\.py$/.test(path);
