import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../../src/intake/commands/command.ts';

test('the staff guide names every command, and whose it is', async () => {
  const guide = await readFile(new URL('../../../docs/staff-guide.md', import.meta.url), 'utf8');
  const rows = guide.split('\n').filter((line) => line.startsWith('| `/touchstone'));
  for (const [name, { does, whose }] of Object.entries(COMMANDS)) {
    const row = rows.find((line) => line.includes(`\`/touchstone ${name}`));
    if (name !== 'help') expect(row, name).toContain(does);
    expect(row?.includes('the learner'), name).toBe(whose.includes('author'));
  }
  expect(rows).toHaveLength(Object.keys(COMMANDS).length);
});
