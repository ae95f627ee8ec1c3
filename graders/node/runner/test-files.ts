/** Test files among the files of an exam; anything else may be imported by them. */
const TEST_FILE = /\.test\.[cm]?[jt]s$/;
const IMPORTS = {
  'node:test': /from\s*['"]node:test['"]|require\(\s*['"]node:test['"]\s*\)/,
  vitest: /from\s*['"]vitest['"]/,
};

export interface TestFiles {
  nodeTest: string[];
  vitest: string[];
  /** Test files that import neither framework, or both. */
  unclear: string[];
}

/** Sorts test files by the framework that they import; public ones come first. */
export function sortTestFiles(paths: Iterable<string>, read: (path: string) => string): TestFiles {
  const files: TestFiles = { nodeTest: [], vitest: [], unclear: [] };
  for (const path of [...paths].filter((name) => TEST_FILE.test(name)).sort(publicFirst)) {
    const text = read(path);
    const nodeTest = IMPORTS['node:test'].test(text);
    const vitest = IMPORTS.vitest.test(text);
    if (nodeTest === vitest) files.unclear.push(path);
    else if (nodeTest) files.nodeTest.push(path);
    else files.vitest.push(path);
  }
  return files;
}

function publicFirst(a: string, b: string): number {
  const [first, second] = [a, b].map((path) => (path.startsWith('public/') ? 0 : 1));
  return (first ?? 0) - (second ?? 0) || (a < b ? -1 : 1);
}
