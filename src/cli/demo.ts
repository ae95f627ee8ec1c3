import Table from 'cli-table3';
import { createColors } from 'picocolors';
import type { DemoResult, DemoRow } from '../demo/demo.ts';
import { exit } from './exit.ts';
import type { Parts } from './parts.ts';
import { untilAborted } from './serve.ts';
import type { Terminal } from './terminal.ts';

const seconds = (ms: number | null) => (ms === null ? '-' : `${(ms / 1000).toFixed(1)} s`);

function describe({ rows }: DemoResult, terminal: Terminal): string {
  const colors = createColors(terminal.outIsTerminal);
  const table = new Table({
    head: ['learner', 'project', 'decision', 'expected', 'first check', 'decision after', ''],
    style: { head: [], border: [] },
  });
  table.push(
    ...rows.map((row) => [
      row.learner,
      row.project,
      row.decision ?? 'none',
      row.expected,
      seconds(row.firstCheckMs),
      seconds(row.decisionMs),
      row.decision === row.expected ? colors.green('as expected') : colors.red('differs'),
    ]),
  );
  return `${table.toString()}\n${rows.map((row) => `${row.learner}: ${row.url}`).join('\n')}\n`;
}

const rowOf = ({ learner, project, decision, expected, firstCheckMs, decisionMs }: DemoRow): DemoRow => ({
  learner,
  project,
  decision,
  expected,
  firstCheckMs,
  decisionMs,
});

/** `touchstone demo`: 0 when each decision is the expected one, 1 when one differs. */
export async function demoCommand(
  options: { course: string; format: 'text' | 'json'; once: boolean; port: number },
  parts: Parts,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const seen = { asExpected: false };
  await parts.demo(
    {
      courseDir: options.course,
      port: options.port,
      signal,
      tell: (line) => {
        terminal.err(`${line}\n`);
      },
    },
    async (result) => {
      seen.asExpected = result.rows.length > 0 && result.rows.every((row) => row.decision === row.expected);
      terminal.out(
        options.format === 'json'
          ? `${JSON.stringify(result.rows.map(rowOf), null, 2)}\n`
          : describe(result, terminal),
      );
      if (options.once || signal.aborted) return;
      terminal.err(`Look at the pull requests at ${result.url} (Ctrl-C ends the demo).\n`);
      await untilAborted(signal);
    },
  );
  // Whoever ends a demo that stays open has seen enough; that is no failure.
  return seen.asExpected || !options.once ? exit.done : exit.notYet;
}
