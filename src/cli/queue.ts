import Table from 'cli-table3';
import { createColors } from 'picocolors';
import type { Part } from '../domain/people/rights.ts';
import { visibleLine } from '../domain/visible-text.ts';
import { type Need, type QueueItem, queueOf } from '../review/queue.ts';
import { alikeDocument, alikeText } from './alike-text.ts';
import { exit } from './exit.ts';
import { troubleDocument, troublesText } from './opening-troubles.ts';
import type { Parts } from './parts.ts';
import { noteDocument, notesText } from './review-notes.ts';
import { assertSees, viewerOf, type ViewerOptions } from './viewer.ts';
import type { Terminal } from './terminal.ts';

export interface QueueOptions extends ViewerOptions {
  format: 'text' | 'json';
  /** What was put off too. */
  all: boolean;
  /** Whose notes on their own reviews are shown too: a login. */
  for?: string;
}

/** What somebody wrote longer ago is over. */
const NOTES_MS = 30 * 24 * 3_600_000;

/** `touchstone queue`: what waits for staff, in order of need. */
export async function queueCommand(
  { format, all, for: login, ...viewing }: QueueOptions,
  parts: Pick<Parts, 'who' | 'waiting' | 'openingTroubles' | 'reviewNotes' | 'expiring' | 'alike' | 'now'>,
  terminal: Terminal,
): Promise<number> {
  const viewer = await viewerOf(viewing, parts);
  assertSees('queue', viewer, viewing.as);
  assertSees('similarity', viewer, viewing.as);
  if (login !== undefined) assertSees('review-hints', ownReviews(viewer, viewing.as, login), viewing.as);
  const now = parts.now();
  const queue = queueOf(await parts.waiting(), now).filter(({ state }) => all || state !== 'snoozed');
  const troubles = await parts.openingTroubles();
  const notes = login === undefined ? null : await parts.reviewNotes(login, now - NOTES_MS);
  const expiring = (await parts.expiring()).map(({ login, lastAt, warnedAt, dueAt }) => ({
    login,
    last: new Date(lastAt).toISOString(),
    warned: new Date(warnedAt ?? now).toISOString(),
    erased: dueAt === null ? null : new Date(dueAt).toISOString(),
  }));
  const alike = (await parts.alike()).filter(({ isAside }) => all || !isAside);
  const document = {
    queue: queue.map(documentOf),
    repositories: troubles.map(troubleDocument),
    expiring,
    alike: alike.map(alikeDocument),
    ...(notes !== null && { notes: notes.map(noteDocument) }),
  };
  const text = [
    textOf(queue, now, terminal),
    troublesText(troubles),
    alikeText(alike),
    expiringText(expiring),
    notes === null ? '' : notesText(notes),
  ];
  terminal.out(format === 'json' ? `${JSON.stringify(document, null, 2)}\n` : text.join(''));
  return exit.done;
}

/** What their own reviews lacked, staff see of nobody else. */
function ownReviews(viewer: ReadonlySet<Part>, as: string | undefined, login: string): ReadonlySet<Part> {
  return as === undefined || as.toLowerCase() === login.toLowerCase() ? viewer : new Set();
}

/** What is erased soon, so that nobody is surprised: the records of people of whom nothing has come for a long time. */
function expiringText(expiring: readonly { login: string; last: string; erased: string | null }[]): string {
  if (expiring.length === 0) return '';
  const lines = expiring.map(
    ({ login, last, erased }) =>
      `  ${visibleLine(login)}, of whom nothing has come since ${last.slice(0, 10)}${erased === null ? '' : `: erased on ${erased.slice(0, 10)}`}`,
  );
  return [
    '',
    'Kept long enough, and erased soon (`touchstone export <login>` writes a portfolio to give them):',
    ...lines,
    '',
  ].join('\n');
}

function documentOf(item: QueueItem) {
  const { pull, learner, project, headSha, waitsFor, since, misses, need, needs } = item;
  return {
    learner: learner.login,
    project,
    pullRequest: `${pull.owner}/${pull.repo}#${pull.number}`,
    headSha,
    waitsFor,
    appeal: item.appeal,
    since: new Date(since).toISOString(),
    misses,
    peers: {
      looking: item.peers.looking,
      until: item.peers.until === null ? null : new Date(item.peers.until).toISOString(),
      said: item.peers.said,
    },
    state: item.state,
    claimedBy: item.state === 'claimed' ? (item.claim?.login ?? null) : null,
    snoozed:
      item.state === 'snoozed' && item.snooze !== null
        ? { until: new Date(item.snooze.until).toISOString(), why: item.snooze.why }
        : null,
    need: rounded(need),
    needs: needs.map(({ reason, points }) => ({ reason, points: rounded(points) })),
  };
}

const rounded = (points: number): number => Math.round(points * 100) / 100;

const WAITS_FOR = {
  appeal: 'a person: the learner asks for one',
  'sign-off': 'the last word on it',
  help: 'help: every corrective was given',
  due: 'a talk, some time: it is mastered, and was not found again some weeks later',
} as const;

function textOf(queue: readonly QueueItem[], now: number, terminal: Terminal): string {
  const colors = createColors(terminal.outIsTerminal);
  if (queue.length === 0) return `${colors.green('Nothing waits for staff.')}\n`;
  const table = new Table({
    head: ['learner', 'project', 'pull request', 'waits for', 'since', 'who looks', 'why it stands here'],
    style: { head: [], border: [] },
    wordWrap: true,
    colWidths: [null, null, null, 30, null, 18, 36],
  });
  for (const item of queue) {
    const { owner, repo, number } = item.pull;
    table.push([
      visibleLine(item.learner.login),
      item.project,
      visibleLine(`${owner}/${repo}#${number}`),
      whatFor(item),
      agoOf(now - item.since),
      whoLooks(item),
      item.needs.map((need) => reasonOf(need, item)).join('\n'),
    ]);
  }
  return `${table.toString()}\n`;
}

function whatFor({ waitsFor, appeal, peers }: QueueItem): string {
  if (appeal === null)
    return peers.said === 0
      ? WAITS_FOR[waitsFor]
      : `${WAITS_FOR[waitsFor]} (peers have looked: ${peers.said})`;
  return `${WAITS_FOR[waitsFor]}: ${visibleLine(appeal)}`;
}

/** The day that begins somewhere at a time: as far east as New Zealand that is still the day before in UTC. */
const dayOf = (midnight: number): string => new Date(midnight + 13 * 3_600_000).toISOString().slice(0, 10);

function whoLooks({ state, claim, snooze }: QueueItem): string {
  if (state === 'snoozed' && snooze !== null)
    return visibleLine(`put off to ${dayOf(snooze.until)}: ${snooze.why}`);
  return state === 'claimed' && claim !== null ? visibleLine(claim.login) : '';
}

function reasonOf({ reason, points }: Need, { misses, peers }: QueueItem): string {
  const why = {
    appeal: 'the learner asks for a person',
    waiting: 'the time that it waits',
    help: 'nothing else is left to try',
    due: `looks missed: ${misses}`,
    misses: `missed ${misses} times`,
    peers: `peers look until ${whenOf(peers.until)}`,
  }[reason];
  return `${why}: ${rounded(points)}`;
}

const whenOf = (at: number | null): string =>
  at === null ? 'they have looked' : `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

function agoOf(ms: number): string {
  const hours = Math.floor(Math.max(0, ms) / 3_600_000);
  if (hours < 1) return 'this hour';
  if (hours < 48) return hours === 1 ? '1 hour' : `${hours} hours`;
  return `${Math.floor(hours / 24)} days`;
}
