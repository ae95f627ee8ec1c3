import { expect, test } from 'vitest';
import { sortTestFiles } from '../../../graders/node/runner/test-files.ts';

const files: Record<string, string> = {
  'hidden/a.test.js': "import { test } from 'node:test';",
  'public/z.test.ts': 'import { test } from "node:test";',
  'hidden/b.test.mjs': "import { expect, test } from 'vitest';",
  'hidden/c.test.cjs': "const { test } = require('node:test');",
  'hidden/both.test.js': "import 'x'; import { a } from 'node:test'; import { b } from 'vitest';",
  'hidden/neither.test.js': "import { submission } from 'touchstone';",
  'hidden/helper.js': "import { test } from 'node:test';",
  'hidden/data.json': '{}',
};

test('a test file belongs to the framework that it imports, and public files come first', () => {
  expect(sortTestFiles(Object.keys(files), (path) => files[path] ?? '')).toEqual({
    nodeTest: ['public/z.test.ts', 'hidden/a.test.js', 'hidden/c.test.cjs'],
    vitest: ['hidden/b.test.mjs'],
    unclear: ['hidden/both.test.js', 'hidden/neither.test.js'],
  });
});
