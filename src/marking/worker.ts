import { setTimeout as pause } from 'node:timers/promises';
import type { Project } from '../domain/course/project.ts';
import type { ChoreStore } from '../intake/chore-store.ts';
import type { DeliveryStore } from '../intake/delivery-store.ts';
import type { GitHubReader, SubmissionSource } from '../intake/github-reader.ts';
import type { Inbox } from '../intake/inbox.ts';
import type { Publicity } from '../intake/publicity.ts';
import type { PullStore } from '../intake/pull-store.ts';
import { sweep, sweepChore } from '../intake/sweep.ts';
import { type IntakeDeps, takeIn } from '../intake/take-in.ts';
import type { SignOffStore } from '../review/sign-off-store.ts';
import type { Publisher } from '../report/publisher.ts';
import type { Logger } from 'pino';
import { announce } from './announce.ts';
import type { HandStore } from './hand-store.ts';
import type { Mark } from './mark.ts';
import type { PenStore } from './pen-store.ts';
import { startRelay } from './relay.ts';
import type { Rendering } from './rendering.ts';
import { type Round, startRounds } from './rounds.ts';
import type { ResultDeps } from './say-result.ts';
import type { RunStore } from './run-store.ts';
import type { WakeUp, WakeUpLine } from './wake-up-line.ts';
import { workOnRun } from './work-on-run.ts';
import { defaultWorkerSettings } from './worker-settings.ts';
import type { WorkerSettings } from './worker-settings.ts';

/** The part of the database that a worker works with. */
interface WorkerStores {
  deliveries: Inbox & DeliveryStore;
  pulls: PullStore;
  runs: RunStore;
  pens: PenStore;
  chores: ChoreStore;
  publicity: Publicity;
  hand: HandStore;
  signOffs: SignOffStore;
}

export interface WorkerDeps {
  stores: WorkerStores;
  line: WakeUpLine;
  reader: GitHubReader;
  source: SubmissionSource;
  mark: Mark;
  publisher: Publisher;
  rendering: Rendering;
  /** The slug of the project that a repository of this name belongs to; null where it belongs to none. */
  projectOf: IntakeDeps['projectOf'];
  mayHoldProject: IntakeDeps['mayHoldProject'];
  project: (slug: string) => Project | null;
  projects: () => Iterable<Project>;
  personMustLook: ResultDeps['personMustLook'];
  volunteers: ResultDeps['volunteers'];
  mayLearn: ResultDeps['mayLearn'];
  open: ResultDeps['open'];
  missingAgain: ResultDeps['missingAgain'];
  roster: IntakeDeps['roster'];
  answers: IntakeDeps['answers'];
  handlers: IntakeDeps['handlers'];
  peerWork: IntakeDeps['peerWork'];
  /** What is done from time to time, besides the sweep. */
  rounds: readonly Round[];
  /** A text that was never used before. */
  newToken: () => string;
  log: Logger;
}

export interface RunningWorker {
  /**
   * Takes no more work, lets what is under way finish for as long as the settings say, then hands it back unharmed.
   * The stores and the line stay open: whoever opened them closes them.
   */
  stop(): Promise<void>;
}

/** Where the database does not answer at the end, what is under way is left to its lease. */
const handBackMs = 3_000;

/**
 * Starts a worker: the relay, intake, marking, the sweep and the other rounds. Any number of them may run, in as many processes, on one
 * database and one line.
 */
export async function startWorker(
  deps: WorkerDeps,
  given: Partial<WorkerSettings> = {},
): Promise<RunningWorker> {
  const settings = { ...defaultWorkerSettings, ...given };
  const { stores, line, log } = deps;
  const ending = new AbortController();
  const parts = { ...deps, ...stores, inbox: stores.deliveries, askEveryMs: settings.askEveryMs };

  const takeCall = (wakeUp: WakeUp, last: boolean): Promise<void> => {
    switch (wakeUp.about) {
      case 'delivery':
        return takeIn(wakeUp.delivery, parts);
      case 'announcement':
        return announce(wakeUp.run, last, parts, ending.signal);
      case 'run':
        return workOnRun(wakeUp.run, parts, settings.heartbeatMs, ending.signal);
    }
  };
  const answering = [
    line.answer('intake', settings.intakeConcurrency, takeCall),
    line.answer('marking', settings.concurrency, takeCall),
  ];
  const relay = await startRelay({ hand: stores.hand, line, log }, settings);

  const sweeping: Round = {
    name: sweepChore,
    everyMs: settings.sweepEveryMs,
    // At the start it is done even if it was done lately, but not by each of many workers that start together.
    atStartAfterMs: settings.startSweepAfterMs,
    work: (signal) => sweep(parts, settings.keepPayloadsMs, signal),
  };
  const rounds = startRounds([sweeping, ...deps.rounds], parts, settings.roundPollMs);

  return {
    async stop() {
      await Promise.all([relay.stop(), rounds.stop()]);
      const drained = Promise.all(answering.map((each) => each.drain()));
      await Promise.race([drained, pause(settings.graceMs, undefined, { ref: false })]);
      ending.abort();
      await Promise.race([drained, pause(handBackMs, undefined, { ref: false })]);
      await Promise.all(answering.map((each) => each.cut()));
    },
  };
}
