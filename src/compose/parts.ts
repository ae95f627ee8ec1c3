import type { Parts } from '../cli/parts.ts';
import type { Config } from '../config.ts';
import { systemClock } from '../domain/clock.ts';
import { readFolder } from '../intake/files/folder.ts';
import { readSubfolders } from '../intake/files/subfolders.ts';
import { lintCourse, readCourse } from './course.ts';
import { createLog } from './log.ts';

/**
 * Everything that the commands are given. What only some commands need is loaded when it is asked for: `mark` must not
 * wait for a database driver.
 */
export function createParts(config: Config): Parts {
  return {
    readCourse,
    readFolder,
    readSubfolders,
    openReading: async () => {
      const { startReading } = await import('../similarity/reading/process/reading-process.ts');
      return startReading();
    },
    openMarking: async () => {
      const { oneByOne, openMarking } = await import('./marking.ts');
      // A person reads along, and what went wrong is said in the answer: lines of the log come only when asked for.
      return openMarking({
        capacity: oneByOne,
        runtime: config.sandboxRuntime,
        log: createLog({ logLevel: config.logLevel === 'info' ? 'error' : config.logLevel }),
      });
    },
    openTrials: async () => {
      const { openMarking, workersCapacity } = await import('./marking.ts');
      const log = createLog({ logLevel: config.logLevel === 'info' ? 'error' : config.logLevel });
      const capacity = await workersCapacity(config.concurrency, log);
      return openMarking({ capacity, runtime: config.sandboxRuntime, log, confirming: false });
    },
    lintCourse,
    regrade: async (options) => {
      const { regradeProject } = await import('./regrade.ts');
      return regradeProject(options, config);
    },
    learner: async (login) => {
      const { readLearner } = await import('./records.ts');
      return readLearner(login, config);
    },
    withPeople: async (work) => {
      const { withPeople } = await import('./records.ts');
      return withPeople(config, work);
    },
    portfolio: async (course, learner, people) => {
      const { makePortfolio } = await import('./portfolio.ts');
      return makePortfolio(course, learner, people, config);
    },
    release: async (options) => {
      const { releaseProject } = await import('./release.ts');
      return releaseProject(options, config);
    },
    openingTroubles: async () => {
      const { readOpeningTroubles } = await import('./records.ts');
      return readOpeningTroubles(config);
    },
    expiring: async () => {
      const { readExpiring } = await import('./records.ts');
      return readExpiring(config);
    },
    waiting: async () => {
      const { readWaiting } = await import('./records.ts');
      return readWaiting(config);
    },
    alike: async () => {
      const { readAlike } = await import('./records.ts');
      return readAlike(config);
    },
    putAside: async (number, by) => {
      const { putAside } = await import('./records.ts');
      return putAside(number, by, config);
    },
    withSecondLooks: async (course, work) => {
      const { withSecondLooks } = await import('./records.ts');
      return withSecondLooks(config, course, work);
    },
    who: async (courseDir, login) => {
      const { readWho } = await import('./records.ts');
      return readWho(config, await readCourse(courseDir), login);
    },
    comparisons: async () => {
      const { readComparisons } = await import('./records.ts');
      return readComparisons(config);
    },
    reviewNotes: async (login, since) => {
      const { readReviewNotes } = await import('./records.ts');
      return readReviewNotes(login, since, config);
    },
    now: () => systemClock.now(),
    buildImages: async (course, log) => {
      const { buildImages } = await import('./marking.ts');
      return buildImages(course, log);
    },
    serve: async ({ courseDir, withWorker }) => {
      const { startRoles } = await import('./roles.ts');
      return startRoles({ web: true, worker: withWorker }, config, courseDir);
    },
    work: async ({ courseDir }) => {
      const { startRoles } = await import('./roles.ts');
      return startRoles({ web: false, worker: true }, config, courseDir);
    },
    demo: async ({ courseDir, port, signal, tell }, then) => {
      const { runDemo } = await import('../demo/demo.ts');
      await runDemo(
        {
          course: await readCourse(courseDir),
          courseDir,
          dataDir: config.dataDir,
          redisUrl: config.redisUrl,
          port,
          readFolder,
          clock: systemClock,
          signal,
          tell,
        },
        then,
      );
    },
    doctor: async (courseDir) => {
      const { examine } = await import('./doctor.ts');
      return examine(config, courseDir);
    },
  };
}
