/** The things that GitHub keeps, as the stand-in keeps them. Times are milliseconds since 1970; ids never repeat. */

export interface Account {
  id: number;
  login: string;
  name: string | null;
  type: 'User' | 'Organization' | 'Bot';
  createdAt: number;
  /** What a person gives as password to `git push`; null for those who do not push. */
  token: string | null;
  /** Addresses that the account has told GitHub, which shows them to nobody. */
  emails: Set<string>;
  /** Of an organisation: the people who own it. */
  owners: Set<number>;
}

/** A team of an organisation. */
export interface Team {
  id: number;
  organizationId: number;
  name: string;
  /** In addresses, instead of the name. */
  slug: string;
  /** The team above it. */
  parentId: number | null;
  members: Set<number>;
}

export interface Repository {
  id: number;
  name: string;
  ownerId: number;
  private: boolean;
  description: string | null;
  defaultBranch: string;
  topics: string[];
  /** Custom properties of the organisation, and their values. */
  properties: Record<string, string>;
  /** The repository that it was forked from. */
  parentId: number | null;
  /** People with write access besides the owner. */
  collaborators: Set<number>;
  createdAt: number;
  updatedAt: number;
  pushedAt: number;
  /** The bare repository on disk; named by id, so that renaming moves nothing. */
  dir: string;
}

/** Somebody may push to a repository as soon as they accept. */
export interface Invitation {
  id: number;
  repositoryId: number;
  inviteeId: number;
  inviterId: number;
  createdAt: number;
}

/** Rules that the branches of a repository keep. */
export interface Ruleset {
  id: number;
  repositoryId: number;
  name: string;
  enforcement: string;
  /** As they were given: `refs/heads/main`, `~DEFAULT_BRANCH`. */
  branches: string[];
  rules: unknown[];
  createdAt: number;
}

export interface PullRequest {
  id: number;
  /** Every pull request is an issue as well, of the same number but another id. */
  issueId: number;
  number: number;
  repositoryId: number;
  title: string;
  body: string | null;
  authorId: number;
  state: 'open' | 'closed';
  draft: boolean;
  locked: boolean;
  /** Null when the fork was deleted. */
  headRepositoryId: number | null;
  headOwnerId: number;
  headRef: string;
  headSha: string;
  baseRef: string;
  baseSha: string;
  /** People who were asked for a review and have not given one. */
  requestedReviewers: Set<number>;
  createdAt: number;
  updatedAt: number;
  closedAt: number | null;
}

/** A comment of the conversation on a pull request. */
export interface Comment {
  id: number;
  repositoryId: number;
  number: number;
  authorId: number;
  /** The App that wrote it, when one did. */
  appId: number | null;
  body: string;
  createdAt: number;
  updatedAt: number;
  reactions: Reaction[];
}

/** What GitHub tells somebody by mail and bell of a pull request. */
export interface Notification {
  pullId: number;
  /** Accounts. */
  to: number;
  by: number;
  why: 'comment' | 'review' | 'mention' | 'review-requested';
  at: number;
}

/** What somebody put under a comment. */
export interface Reaction {
  id: number;
  accountId: number;
  content: ReactionContent;
  createdAt: number;
}

export type ReactionContent = '+1' | '-1' | 'laugh' | 'confused' | 'heart' | 'hooray' | 'rocket' | 'eyes';

export interface Review {
  id: number;
  repositoryId: number;
  number: number;
  authorId: number;
  state: 'approved' | 'changes_requested' | 'commented';
  body: string | null;
  commitSha: string;
  submittedAt: number;
  remarks: Remark[];
}

/** What a review says of one line. */
export interface Remark {
  id: number;
  path: string;
  line: number;
  body: string;
}

export type Level = 'read' | 'write';
/** What an App may do: `{ checks: 'write', contents: 'read' }`. */
export type Permissions = Readonly<Record<string, Level>>;

export interface App {
  id: number;
  slug: string;
  name: string;
  ownerId: number;
  botId: number;
  clientId: string;
  permissions: Permissions;
  events: readonly string[];
  publicKey: string;
  webhook: { url: string; secret: string } | null;
  createdAt: number;
}

export interface Installation {
  id: number;
  appId: number;
  accountId: number;
  /** Null: all repositories of the account. */
  repositoryIds: Set<number> | null;
  createdAt: number;
}

export interface InstallationToken {
  token: string;
  installationId: number;
  permissions: Permissions;
  /** Null: all that the installation may see. */
  repositoryIds: ReadonlySet<number> | null;
  expiresAt: number;
}

export interface CheckSuite {
  id: number;
  repositoryId: number;
  appId: number;
  headSha: string;
  createdAt: number;
}

export interface CheckAnnotation {
  path: string;
  start_line: number;
  end_line: number;
  start_column: number | null;
  end_column: number | null;
  annotation_level: 'notice' | 'warning' | 'failure';
  title: string | null;
  message: string;
  raw_details: string | null;
}

interface CheckAction {
  label: string;
  description: string;
  identifier: string;
}

export interface CheckRun {
  id: number;
  repositoryId: number;
  suiteId: number;
  appId: number;
  name: string;
  headSha: string;
  externalId: string;
  detailsUrl: string | null;
  status: string;
  conclusion: string | null;
  startedAt: number | null;
  completedAt: number | null;
  title: string | null;
  summary: string | null;
  text: string | null;
  annotations: CheckAnnotation[];
  actions: CheckAction[];
}
