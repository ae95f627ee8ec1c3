import { randomUUID } from 'node:crypto';
import type { Parts } from '../cli/parts.ts';
import type { Config } from '../config.ts';
import { systemClock } from '../domain/clock.ts';
import { systemPause } from '../domain/pause.ts';
import { workOnRun } from '../marking/work-on-run.ts';
import { defaultWorkerSettings } from '../marking/worker-settings.ts';
import { regrade, type RegradeCase } from '../regrade/regrade.ts';
import type { Progress } from '../domain/progress.ts';
import { openNow } from '../mastery/graph/offers.ts';
import { createPublisher } from '../report/publish.ts';
import { missingAgainIn } from './missing-again.ts';
import { openDatabase } from './database.ts';
import { appSettings, createGitHub } from './github.ts';
import { createLog } from './log.ts';
import { openMarking, workersCapacity } from './marking.ts';
import { personMustLook } from './person-must-look.ts';
import { withLeave } from '../domain/people/leave.ts';
import { mayLearn } from '../domain/people/rights.ts';
import { knownRoster } from '../roster/known-roster.ts';
import { volunteers } from './volunteers.ts';
import { rendering } from './rendering.ts';

/**
 * Regrades a project on this machine's Docker: the settings' database, GitHub and marking put together. What is applied is said
 * here, unless a worker is faster; what cannot be said for now is left to the workers.
 */
export async function regradeProject(
  { course, project, apply, signal, onMarked }: Parameters<Parts['regrade']>[0],
  config: Config,
): Promise<RegradeCase[]> {
  const app = appSettings(config);
  // A person reads along, and what went wrong is said in the answer: lines of the log come only when asked for.
  const log = createLog({ logLevel: config.logLevel === 'info' ? 'error' : config.logLevel });
  const database = await openDatabase(config, log);
  try {
    const people = knownRoster(course, () => Promise.resolve(course.people), database.teams);
    const roster = async () => withLeave(await people(), await database.leaves.told());
    const { reader, source, writer } = createGitHub({ config, app, course, log });
    const capacity = await workersCapacity(config.concurrency, log);
    const marking = await openMarking({ log, capacity, runtime: config.sandboxRuntime });
    try {
      const parts = {
        ...database,
        inbox: database.deliveries,
        source,
        mark: marking.mark,
        publisher: createPublisher(writer),
        rendering,
        reader,
        project: (slug: string) => course.projects.get(slug) ?? null,
        projects: () => course.projects.values(),
        open: (learner: number, progress: Progress, challenged: readonly string[]) =>
          openNow(course, learner, progress, challenged),
        mayLearn: async (id: number) => mayLearn(id, await roster()),
        missingAgain: missingAgainIn(course, database.records),
        personMustLook: personMustLook(course, database),
        volunteers: volunteers(database, roster),
        newToken: () => randomUUID(),
        askEveryMs: defaultWorkerSettings.askEveryMs,
        log,
      };
      return await regrade(
        project,
        { apply },
        {
          store: database.regrades,
          source,
          mark: marking.mark,
          places: marking.places,
          pause: systemPause,
          now: () => systemClock.now(),
          runs: database.runs,
          say: (run, ending) => workOnRun(run, parts, defaultWorkerSettings.heartbeatMs, ending),
          onMarked,
        },
        signal,
      );
    } finally {
      await marking.close();
    }
  } finally {
    await database.close();
  }
}
