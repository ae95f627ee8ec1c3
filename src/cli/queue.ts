import Table from 'cli-table3';
import { createColors } from 'picocolors';
import { visibleLine } from '../domain/visible-text.ts';
import { type Need, type QueueItem, queueOf } from '../review/queue.ts';
import { exit } from './exit.ts';
import type { Parts } from './parts.ts';
import type { Terminal } from './terminal.ts';

export interface QueueOptions {
  format: 'text' | 'json';
}

/** `touchstone queue`: what waits for staff, in order of need. */
export async function queueCommand(
  { format }: QueueOptions,
  parts: Pick<Parts, 'waiting' | 'now'>,
  terminal: Terminal,
): Promise<number> {
  const now = parts.now();
  const queue = queueOf(await parts.waiting(), now);
  terminal.out(
    format === 'json'
      ? `${JSON.stringify({ queue: queue.map(documentOf) }, null, 2)}\n`
      : textOf(queue, now, terminal),
  );
  return exit.done;
}

function documentOf({ pull, learner, project, headSha, waitsFor, since, misses, need, needs }: QueueItem) {
  return {
    learner: learner.login,
    project,
    pullRequest: `${pull.owner}/${pull.repo}#${pull.number}`,
    headSha,
    waitsFor,
    since: new Date(since).toISOString(),
    misses,
    need: rounded(need),
    needs: needs.map(({ reason, points }) => ({ reason, points: rounded(points) })),
  };
}

const rounded = (points: number): number => Math.round(points * 100) / 100;

const WAITS_FOR = { 'sign-off': 'the last word on it', help: 'help: every corrective was given' } as const;

function textOf(queue: readonly QueueItem[], now: number, terminal: Terminal): string {
  const colors = createColors(terminal.outIsTerminal);
  if (queue.length === 0) return `${colors.green('Nothing waits for staff.')}\n`;
  const table = new Table({
    head: ['learner', 'project', 'pull request', 'waits for', 'since', 'why it stands here'],
    style: { head: [], border: [] },
    wordWrap: true,
    colWidths: [null, null, null, 24, null, 36],
  });
  for (const item of queue) {
    const { owner, repo, number } = item.pull;
    table.push([
      visibleLine(item.learner.login),
      item.project,
      visibleLine(`${owner}/${repo}#${number}`),
      WAITS_FOR[item.waitsFor],
      agoOf(now - item.since),
      item.needs.map((need) => reasonOf(need, item)).join('\n'),
    ]);
  }
  return `${table.toString()}\n`;
}

function reasonOf({ reason, points }: Need, { misses }: QueueItem): string {
  const why = {
    waiting: 'the time that it waits',
    help: 'nothing else is left to try',
    misses: `missed ${misses} times`,
  }[reason];
  return `${why}: ${rounded(points)}`;
}

function agoOf(ms: number): string {
  const hours = Math.floor(Math.max(0, ms) / 3_600_000);
  if (hours < 1) return 'this hour';
  if (hours < 48) return hours === 1 ? '1 hour' : `${hours} hours`;
  return `${Math.floor(hours / 24)} days`;
}
