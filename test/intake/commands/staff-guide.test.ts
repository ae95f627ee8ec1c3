import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { DEEDS } from '../../../src/domain/people/rights.ts';
import { type CommandName, COMMANDS } from '../../../src/intake/commands/command.ts';

test('the staff guide names every command, and whose it is', async () => {
  const guide = await readFile(new URL('../../../docs/staff-guide.md', import.meta.url), 'utf8');
  const rows = guide.split('\n').filter((line) => line.startsWith('| `/touchstone'));
  for (const name of Object.keys(COMMANDS) as CommandName[]) {
    const { does } = COMMANDS[name];
    const row = rows.find((line) => line.includes(`\`/touchstone ${name}`));
    expect(row, name).toBeDefined();
    if (name !== 'help') expect(row, name).toContain(does);
    const column = row?.split('|').at(-2)?.trim();
    expect(column, name).toBe(
      DEEDS[name].map((each) => (each === 'learner' ? 'the learner' : each)).join(', '),
    );
  }
  expect(rows).toHaveLength(Object.keys(COMMANDS).length);
});
