import { sql } from 'drizzle-orm';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Clock } from '../../domain/clock.ts';
import { operatorError } from '../../domain/errors/operator.ts';
import type { ChoreStore } from '../../intake/chore-store.ts';
import type { DeliveryStore } from '../../intake/delivery-store.ts';
import type { Inbox } from '../../intake/inbox.ts';
import type { LostDeliveries } from '../../intake/lost/lost-store.ts';
import type { MarkingReader } from '../../intake/marking-reader.ts';
import type { PullStore } from '../../intake/pull-store.ts';
import type { HandStore } from '../../marking/hand-store.ts';
import type { HealthStore } from '../../marking/health.ts';
import type { PenStore } from '../../marking/pen-store.ts';
import { defaultRunPolicy } from '../../marking/run-state.ts';
import type { RunPolicy } from '../../marking/run-state.ts';
import type { RunStore } from '../../marking/run-store.ts';
import type { LearnerStore } from '../../record/learner-store.ts';
import type { Publicity } from '../../intake/publicity.ts';
import type { PublicityStore } from '../../report/publicity/publicity-store.ts';
import type { KeepingStore } from '../../record/keeping/keeping-store.ts';
import type { RecordStore } from '../../record/record-store.ts';
import type { PersonStore } from '../../record/person-store.ts';
import type { AppealStore } from '../../review/appeal-store.ts';
import type { DeskStore } from '../../review/desk-store.ts';
import type { SessionStore } from '../../review/session-store.ts';
import type { LeaveStore } from '../../intake/leave-store.ts';
import type { UnitRequestStore } from '../../intake/unit-request-store.ts';
import type { PeerStore } from '../../review/peers/peer-store.ts';
import type { AgreementStore } from '../../review/agreement/agreement-store.ts';
import type { SecondLookStore } from '../../review/second-looks/second-look-store.ts';
import type { PairingStore } from '../../review/pairing/pairing-store.ts';
import type { WaitingStore } from '../../review/waiting-store.ts';
import type { SignOffStore } from '../../review/sign-off-store.ts';
import type { OpeningStore } from '../../opening/opening-store.ts';
import type { TeamStore } from '../../roster/team-store.ts';
import type { RecheckStore } from '../../retention/recheck-store.ts';
import type { RegradeStore } from '../../regrade/regrade-store.ts';
import type { FindingStore } from '../../similarity/alike/finding-store.ts';
import type { WorkStore } from '../../similarity/index/work-store.ts';
import type { TurnStore } from '../../similarity/round/turn-store.ts';
import { choreRows } from './chore-rows.ts';
import type { Connection } from './connection.ts';
import { deliveryRows } from './delivery-rows.ts';
import { handRows } from './hand-rows.ts';
import { learnerRows } from './learner-rows.ts';
import { healthRows } from './health-rows.ts';
import { lostRows } from './lost-rows.ts';
import { markingRows } from './marking-rows.ts';
import { peerRows } from './peers/rows.ts';
import { penRows } from './pen-rows.ts';
import { openPglite } from './pglite.ts';
import { connectPostgres } from './postgres.ts';
import { personRows } from './privacy/person-rows.ts';
import { keepingRows } from './keeping-rows.ts';
import { publicityRows } from './publicity-rows.ts';
import { pullRows } from './pull-rows.ts';
import { recordRows } from './record-rows.ts';
import { recheckRows } from './recheck-rows.ts';
import { regradeRows } from './regrade-rows.ts';
import { signOffRows } from './sign-off-rows.ts';
import { openingRows } from './opening-rows.ts';
import { teamRows } from './team-rows.ts';
import { runRows } from './run-rows.ts';
import { appealRows } from './appeal-rows.ts';
import { deskRows } from './desk-rows.ts';
import { sessionRows } from './session-rows.ts';
import { leaveRows } from './leave-rows.ts';
import { unitRequestRows } from './unit-request-rows.ts';
import { agreementRows } from './agreement-rows.ts';
import { secondLookRows } from './second-look-rows.ts';
import { pairingRows } from './pairing-rows.ts';
import { findingRows } from './similarity/finding-rows.ts';
import { turnRows } from './similarity/turn-rows.ts';
import { workRows } from './similarity/work-rows.ts';
import { waitingRows } from './waiting-rows.ts';
import { timeOf } from './session.ts';
import type { Rows } from './session.ts';

/** Everything that is kept, behind the ports of those who need it. */
export interface Database {
  deliveries: Inbox & DeliveryStore;
  lost: LostDeliveries;
  pulls: PullStore;
  runs: RunStore;
  pens: PenStore;
  chores: ChoreStore;
  hand: HandStore;
  health: HealthStore;
  rechecks: RecheckStore;
  regrades: RegradeStore;
  learners: LearnerStore;
  persons: PersonStore;
  keeping: KeepingStore;
  publicity: PublicityStore & Publicity;
  records: RecordStore;
  signOffs: SignOffStore;
  appeals: AppealStore;
  desk: DeskStore;
  sessions: SessionStore;
  leaves: LeaveStore;
  unitRequests: UnitRequestStore;
  peers: PeerStore;
  agreement: AgreementStore;
  secondLooks: SecondLookStore;
  pairings: PairingStore;
  waiting: WaitingStore;
  markings: MarkingReader;
  teams: TeamStore;
  openings: OpeningStore;
  /** What is alike: what is compared with what, whose turn it is, and what was found. */
  similarity: { works: WorkStore; turns: TurnStore; findings: FindingStore };
  /** Rejects where the database does not answer, or takes nothing in. */
  ping: () => Promise<void>;
  /** Clears out of the database's files what deleted rows have left in them, as far as it is in our power. */
  purge: () => Promise<void>;
  close: () => Promise<void>;
}

export interface DatabaseOptions {
  /** A PostgreSQL server, or a folder for the embedded database. */
  at: { url: string } | { dataDir: string };
  log: Logger;
  policy?: Partial<RunPolicy>;
  /** For tests; without it the database's own clock counts (see `timeOf`). */
  clock?: Clock;
}

const ReadOnly = z.object({ rows: z.tuple([z.object({ transaction_read_only: z.string() })]) });

/** A database that only reads (a standby, a full disk, a setting) answers, but no delivery can be put into it. */
async function writable(rows: Rows): Promise<void> {
  const [{ transaction_read_only: readOnly }] = ReadOnly.parse(
    await rows.execute(sql`show transaction_read_only`),
  ).rows;
  if (readOnly === 'on') throw operatorError('database.read-only', {});
}

/** Makes the stores of an open connection. */
export function databaseOn(
  connection: Connection,
  { policy, clock }: Pick<DatabaseOptions, 'policy' | 'clock'> = {},
): Database {
  const session = { ...connection, now: timeOf(clock) };
  const runPolicy = { ...defaultRunPolicy, ...policy };
  const pulls = pullRows(session);
  return {
    deliveries: deliveryRows(session),
    lost: lostRows(session),
    pulls,
    runs: runRows(session, runPolicy),
    pens: penRows(session, runPolicy.leaseMs),
    chores: choreRows(session),
    hand: { ...handRows(session), onWork: connection.onWork },
    health: healthRows(session),
    rechecks: recheckRows(session),
    regrades: regradeRows(session),
    learners: learnerRows(session),
    persons: personRows(session),
    keeping: keepingRows(session),
    publicity: publicityRows(session, runPolicy.leaseMs),
    records: recordRows(session),
    signOffs: signOffRows(session),
    appeals: appealRows(session),
    desk: deskRows(session),
    sessions: sessionRows(session),
    leaves: leaveRows(session),
    unitRequests: unitRequestRows(session),
    peers: peerRows(session),
    agreement: agreementRows(session),
    secondLooks: secondLookRows(session),
    pairings: pairingRows(session),
    waiting: waitingRows(session),
    markings: markingRows(session),
    teams: teamRows(session),
    openings: openingRows(session),
    similarity: { works: workRows(session), turns: turnRows(session), findings: findingRows(session) },
    ping: () => writable(session.rows),
    purge: connection.purge,
    close: connection.close,
  };
}

/**
 * Opens the database and brings its schema up to date.
 *
 * @throws TouchstoneError `database.unreachable` or `database.in-use`
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const connection =
    'url' in options.at
      ? await connectPostgres(options.at.url, options.log)
      : await openPglite(options.at.dataDir);
  return databaseOn(connection, options);
}
