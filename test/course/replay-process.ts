// A fresh process that sees records without what was concluded from them, and makes every decision again: on standard input JSON lines
// of { rubric, record }, on standard output one line of what each comes to.
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { Rubric } from '../../src/domain/course/rubric.ts';
import { Marking } from '../../src/domain/results.ts';
import { replay } from '../../src/mastery/replay.ts';

const Line = z.object({ rubric: Rubric, record: Marking });

for await (const line of createInterface({ input: process.stdin })) {
  const { rubric, record } = Line.parse(JSON.parse(line));
  process.stdout.write(`${JSON.stringify(replay(record, rubric))}\n`);
}
