import type { Database } from '../adapters/postgres/database.ts';
import type { Parts, WhoIsWho } from '../cli/parts.ts';
import type { Config } from '../config.ts';
import type { OpeningTrouble } from '../opening/opening-store.ts';
import type { WaitingWork } from '../domain/waiting-work.ts';
import type { Quiet } from '../record/keeping/keeping.ts';
import type { People } from '../record/person-store.ts';
import type { Course } from '../domain/course/project.ts';
import { withLeave } from '../domain/people/leave.ts';
import type { SecondLookStore } from '../review/second-looks/second-look-store.ts';
import { knownAccounts, knownRoster } from '../roster/known-roster.ts';
import type { Comparison } from '../review/agreement/ledger.ts';
import type { ReviewNote } from '../review/peers/peer-store.ts';
import type { AlikeItem } from '../similarity/alike/for-staff.ts';
import { readItems } from '../similarity/alike/read-items.ts';
import { openDatabase } from './database.ts';
import { createLog } from './log.ts';

/** What the settings' database holds of a learner. */
export function readLearner(login: string, config: Config): Promise<Awaited<ReturnType<Parts['learner']>>> {
  return withDatabase(config, async ({ learners }) => {
    const known = await learners.byLogin(login);
    if (known === null) return null;
    const [progress, challenged] = [await learners.progress(known.id), await learners.challenged(known.id)];
    return { ...known, progress, challenged, due: await learners.due(known.id) };
  });
}

/** Repositories for learners that staff have to look at. */
export function readOpeningTroubles(config: Config): Promise<OpeningTrouble[]> {
  return withDatabase(config, ({ openings }) => openings.troubles());
}

/** What waits for staff, by the settings' database. */
export function readWaiting(config: Config): Promise<WaitingWork[]> {
  return withDatabase(config, ({ waiting }) => waiting.waiting());
}

/** What was found, and what people said of it, by the settings' database. */
export function readComparisons(config: Config): Promise<Comparison[]> {
  return withDatabase(config, ({ agreement }) => agreement.comparisons());
}

/** What a member of staff could know of their own reviews, by the settings' database. */
export function readReviewNotes(login: string, since: number, config: Config): Promise<ReviewNote[]> {
  return withDatabase(config, ({ peers }) => peers.notesFor(login, since));
}

/** What is looked at twice and who is who, by the settings' database. */
export function withSecondLooks<Result>(
  config: Config,
  course: Course,
  work: (store: SecondLookStore, who: WhoIsWho) => Promise<Result>,
): Promise<Result> {
  return withDatabase(config, async (database) => work(database.secondLooks, await whoIn(database, course)));
}

/** Who is who, by the settings' database. */
export function readWho(config: Config, course: Course, login: string): ReturnType<Parts['who']> {
  return withDatabase(config, async (database) => {
    const { roster, accountOf } = await whoIn(database, course);
    return { roster, account: await accountOf(login) };
  });
}

async function whoIn({ teams, leaves }: Database, course: Course): Promise<WhoIsWho> {
  const people = () => Promise.resolve(course.people);
  const roster = withLeave(await knownRoster(course, people, teams)(), await leaves.told());
  return { roster, accountOf: knownAccounts(people, teams) };
}

/** Learners whose records staff were warned of, by the settings' database. */
export function readExpiring(config: Config): Promise<Quiet[]> {
  return withDatabase(config, async ({ keeping }) =>
    (await keeping.quietSince(0)).filter(({ warnedAt }) => warnedAt !== null),
  );
}

/** What the works of learners have in common, by the settings' database. */
export function readAlike(config: Config): Promise<AlikeItem[]> {
  return withDatabase(config, ({ similarity }) => readItems(similarity.findings));
}

/** Puts what works have in common aside, in the settings' database. */
export function putAside(
  number: number,
  by: { id: number; login: string },
  config: Config,
): Promise<boolean> {
  return withDatabase(config, ({ similarity }) => similarity.findings.putAside(number, by));
}

/** What is kept of people, by the settings' database. */
export function withPeople<Result>(
  config: Config,
  work: (people: People) => Promise<Result>,
): Promise<Result> {
  return withDatabase(config, ({ persons, records, purge }) => work({ ...persons, records, purge }));
}

async function withDatabase<Result>(
  config: Config,
  read: (database: Database) => Promise<Result>,
): Promise<Result> {
  const log = createLog({ logLevel: config.logLevel === 'info' ? 'error' : config.logLevel });
  const database = await openDatabase(config, log);
  try {
    return await read(database);
  } finally {
    await database.close();
  }
}
