import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '../../domain/clock.ts';
import type {
  Account,
  App,
  CheckRun,
  CheckSuite,
  Comment,
  Installation,
  InstallationToken,
  Invitation,
  Notification,
  PullRequest,
  Repository,
  Review,
  Ruleset,
  Team,
} from './entities.ts';

/** Everything that the stand-in knows, in memory; only the git repositories are on disk. */
export interface World {
  clock: Clock;
  /** One row of numbers for all kinds, so that an id of the wrong kind is never right by accident. */
  nextId(): number;
  /** A secret of so many bytes, in URL-safe letters. */
  secret(bytes: number): string;
  /** What lets a private repository's archive be fetched from the address that the API redirects to. */
  archiveKey(repositoryId: number): string;
  accounts: Map<number, Account>;
  teams: Map<number, Team>;
  rulesets: Map<number, Ruleset>;
  invitations: Map<number, Invitation>;
  /** Accounts of people who accept no invitation; all others do at once. */
  slowToAccept: Set<number>;
  repositories: Map<number, Repository>;
  /** `owner/name` in lower case, of before a renaming. */
  formerNames: Map<string, number>;
  pulls: Map<number, PullRequest>;
  comments: Map<number, Comment>;
  reviews: Map<number, Review>;
  /** In the order in which they were sent. */
  notifications: Notification[];
  apps: Map<number, App>;
  installations: Map<number, Installation>;
  tokens: Map<string, InstallationToken>;
  checkSuites: Map<number, CheckSuite>;
  checkRuns: Map<number, CheckRun>;
}

export function createWorld(clock: Clock): World {
  let last = 70_000_000;
  const archiveSecret = randomBytes(16);
  return {
    clock,
    nextId: () => (last += 1 + (last % 7)),
    secret: (bytes) => randomBytes(bytes).toString('base64url'),
    archiveKey: (id) => createHmac('sha256', archiveSecret).update(String(id)).digest('base64url'),
    accounts: new Map(),
    teams: new Map(),
    rulesets: new Map(),
    invitations: new Map(),
    slowToAccept: new Set(),
    repositories: new Map(),
    formerNames: new Map(),
    pulls: new Map(),
    comments: new Map(),
    reviews: new Map(),
    notifications: [],
    apps: new Map(),
    installations: new Map(),
    tokens: new Map(),
    checkSuites: new Map(),
    checkRuns: new Map(),
  };
}
