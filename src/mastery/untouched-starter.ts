import type { FileMap } from '../domain/course/file-map.ts';

// Texts, pictures, lock files and what starts with a dot (editor settings, .gitignore) come about by themselves or are
// about the work; none of them is the work.
const NOT_CODE = [
  /(^|\/)\./,
  /(^|\/)(readme|license|licence|notes|changelog|authors)$/i,
  /\.(md|markdown|txt|rst|adoc|pdf|png|jpe?g|gif|svg|webp|ico)$/i,
  /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|poetry\.lock|uv\.lock)$/,
];

const isCode = (path: string) => !NOT_CODE.some((pattern) => pattern.test(path));

// latin1 maps bytes to characters one to one, so no file is changed by being read as text.
const withPlainLineEnds = (bytes: Uint8Array) =>
  Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n');

/**
 * Whether a submission is still the starter as the learner got it: every file of the starter is there with the same
 * bytes (line ends aside: git may change those on its own), and what was added is not code.
 */
export function isUntouchedStarter(starter: FileMap, submission: FileMap): boolean {
  for (const [path, bytes] of starter) {
    const submitted = submission.get(path);
    if (submitted === undefined || withPlainLineEnds(submitted) !== withPlainLineEnds(bytes)) return false;
  }
  return [...submission.keys()].every((path) => starter.has(path) || !isCode(path));
}
