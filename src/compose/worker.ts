import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { openLine } from '../adapters/bullmq/line.ts';
import type { Database } from '../adapters/postgres/database.ts';
import type { Config, GitHubAppSettings } from '../config.ts';
import { mayHoldProject, projectOfPlace } from '../course/project-of-place.ts';
import type { Place } from '../domain/course/place.ts';
import { withLeave } from '../domain/people/leave.ts';
import { mayLearn } from '../domain/people/rights.ts';
import type { Course } from '../domain/course/project.ts';
import { startWorker as startMarkingWorker } from '../marking/worker.ts';
import { openNow } from '../mastery/graph/offers.ts';
import { answerComment, withdrawComment } from '../report/answer.ts';
import { readingRechecks } from '../retention/recheck-reader.ts';
import { createPublisher } from '../report/publish.ts';
import { sayOnce } from '../report/say-once.ts';
import { renderAnswer } from '../report/render/answer.ts';
import { peopleAsTheyAre } from '../course/people-as-they-are.ts';
import { knownRoster } from '../roster/known-roster.ts';
import { commandHandlers } from './commands.ts';
import { createGitHub } from './github.ts';
import { openMarking, workersCapacity } from './marking.ts';
import { peerWork } from './peers.ts';
import { personMustLook } from './person-must-look.ts';
import { volunteers } from './volunteers.ts';
import { rendering } from './rendering.ts';
import { missingAgainIn } from './missing-again.ts';
import { rounds } from './rounds.ts';
import { keepingForComparison } from './similarity.ts';

/** While GitHub is away nobody of a team may be taken for gone. */
const NEVER_MS = 10 * 365 * 24 * 3_600_000;

/** Starts a worker on an open database: queue, GitHub, sandbox and marking put together. */
export async function startWorker({
  config,
  app,
  course,
  database,
  log,
}: {
  config: Config;
  app: GitHubAppSettings;
  course: Course;
  database: Database;
  log: Logger;
}): Promise<{ close(): Promise<void> }> {
  const projectOf = (place: Place) => projectOfPlace(course, place);
  const project = (slug: string) => course.projects.get(slug) ?? null;
  const people = peopleAsTheyAre(course, (places) => {
    for (const place of places)
      log.warn(
        { place },
        'the file of people has an error, so everybody stays who they were; `touchstone course check --lint` says which',
      );
  });
  const fromCourse = knownRoster(course, people, database.teams);
  const roster = async () => withLeave(await fromCourse(), await database.leaves.told());
  const github = createGitHub({ config, app, course, log });
  const reader = readingRechecks(github.reader, database.pulls);
  const capacity = await workersCapacity(config.concurrency, log);
  const marking = await openMarking({ log, capacity, course, runtime: config.sandboxRuntime });
  const line = openLine({ url: config.redisUrl, prefix: config.queuePrefix, log });
  const peers = peerWork({ course, database, github, roster, log });
  const worker = await startMarkingWorker(
    {
      stores: database,
      line,
      reader,
      source: keepingForComparison(github.source, { course, turns: database.similarity.turns, log }),
      mark: marking.mark,
      publisher: createPublisher(github.writer),
      rendering,
      projectOf,
      mayHoldProject: (repository) => mayHoldProject(course, repository),
      project,
      projects: () => course.projects.values(),
      roster,
      handlers: commandHandlers({
        database,
        course,
        people,
        reader,
        projectOf,
        project,
        roster,
        peerWork: peers,
      }),
      answers: {
        answer: (pull, commentId, { done, replies }) =>
          answerComment(github.writer, pull, commentId, {
            sign: done ? '+1' : 'confused',
            words: renderAnswer(replies, project),
          }),
        seen: (pull, commentId) => github.writer.react(pull, commentId, 'eyes'),
        tell: async (pull, to, replies) => {
          const words = renderAnswer(replies, project);
          if (words !== null) await sayOnce(github.writer, pull, `answer ${to}`, words);
        },
        withdraw: (pull, commentId) => withdrawComment(github.writer, pull, commentId),
      },
      mayLearn: async (id) => mayLearn(id, await roster()),
      missingAgain: missingAgainIn(course, database.records),
      personMustLook: personMustLook(course, database),
      volunteers: volunteers(database, roster),
      open: (learner, progress, challenged) => openNow(course, learner, progress, challenged),
      peerWork: peers,
      rounds: rounds({
        course,
        database,
        github,
        marking,
        roster,
        there: knownRoster(course, people, database.teams, NEVER_MS),
        log,
      }),
      newToken: () => randomUUID(),
      log,
    },
    { concurrency: marking.places, sweepEveryMs: config.sweepMs },
  );
  return {
    close: async () => {
      try {
        await worker.stop();
      } finally {
        await line.close();
        await marking.close();
      }
    },
  };
}
