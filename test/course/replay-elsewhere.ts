import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { Rubric } from '../../src/domain/course/rubric.ts';
import type { Marking } from '../../src/domain/results.ts';

export interface Decided {
  rubric: Rubric;
  marking: Marking;
}

/** What a marking came to, as bytes. */
export function conclusionOf({ decision, doubts, stages, feedback }: Marking): string {
  return JSON.stringify({ decision, doubts, stages, feedback });
}

/** The same, made again in a process of its own that is given the evidence, and nothing of what was concluded from it. */
export async function replayElsewhere(all: readonly Decided[]): Promise<string[]> {
  const program = new URL('replay-process.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', program], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(
    all.map(({ rubric, marking }) => `${JSON.stringify({ rubric, record: blind(marking) })}\n`).join(''),
  );
  const said = await text(child.stdout);
  return said.trimEnd().split('\n');
}

/** The record without its decision, its scores and what was met. */
function blind(marking: Marking): Marking {
  return {
    ...marking,
    decision: null,
    doubts: [],
    feedback: [],
    stages: marking.stages.map((stage) => ({
      ...stage,
      score: 0,
      met: false,
      criteria: stage.criteria.map((criterion) => ({ ...criterion, score: 0, met: false })),
    })),
  };
}
