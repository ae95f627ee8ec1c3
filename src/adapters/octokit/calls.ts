type Level = 'read' | 'write';
export type Permissions = Partial<
  Record<
    'administration' | 'checks' | 'contents' | 'issues' | 'members' | 'metadata' | 'pull_requests',
    Level
  >
>;

/**
 * What a school may turn on, and give more permissions for than marking takes. They are in no token but that of the calls that need
 * them. `branches`: commits, branches and pull requests of our own. `teams`: who is in the teams of an organisation.
 * `opening`: repositories for learners, who is invited into them, and which check they require.
 */
export type Feature = 'branches' | 'opening' | 'teams';

/** What has to be known of a call before it is made. */
export interface Call {
  /** The App's permission that the call takes: https://docs.github.com/en/rest/authentication/permissions-required-for-github-apps */
  needs: Permissions;
  /**
   * `safe`: making it twice is the same as once, so it is repeated after a failure.
   * `look-first`: it may have worked although the answer says otherwise, so only somebody who looks may repeat it.
   */
  repeating: 'safe' | 'look-first';
  /** Only where the school has turned this on. */
  feature?: Feature;
}

const safe = (needs: Permissions): Call => ({ needs, repeating: 'safe' });
const lookFirst = (needs: Permissions): Call => ({ needs, repeating: 'look-first' });
/** Calls of a feature alone. */
const only = <Table extends Record<string, Call>>(feature: Feature, table: Table): Table =>
  Object.fromEntries(Object.entries(table).map(([route, call]) => [route, { ...call, feature }])) as Table;

/**
 * Every call that Touchstone makes to GitHub. One that is not in this table is refused before it is sent, so that the
 * table, the App's manifest (`app.yml`) and the permissions of our tokens cannot drift apart.
 */
export const calls = {
  // As the App itself, by its key: no permission is needed.
  'GET /app': safe({}),
  'GET /app/installations': safe({}),
  'GET /orgs/{org}/installation': safe({}),
  'GET /app/hook/deliveries': safe({}),
  // What comes twice is taken once.
  'POST /app/hook/deliveries/{delivery_id}/attempts': safe({}),
  // A second token does no harm.
  'POST /app/installations/{installation_id}/access_tokens': safe({}),

  'GET /installation/repositories': safe({ metadata: 'read' }),
  'GET /repos/{owner}/{repo}/properties/values': safe({ metadata: 'read' }),
  'GET /repos/{owner}/{repo}/pulls': safe({ pull_requests: 'read' }),
  'GET /repos/{owner}/{repo}/pulls/{pull_number}': safe({ pull_requests: 'read' }),
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files': safe({ pull_requests: 'read' }),
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits': safe({ pull_requests: 'read' }),

  // One query, which changes nothing.
  'POST /graphql': safe({ pull_requests: 'read', contents: 'read' }),

  'GET /repos/{owner}/{repo}/git/trees/{tree_sha}': safe({ contents: 'read' }),
  'GET /repos/{owner}/{repo}/git/blobs/{file_sha}': safe({ contents: 'read' }),
  'GET /repos/{owner}/{repo}/tarball/{ref}': safe({ contents: 'read' }),

  'GET /repos/{owner}/{repo}/commits/{ref}/check-runs': safe({ checks: 'read' }),
  'GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations': safe({ checks: 'read' }),
  'POST /repos/{owner}/{repo}/check-runs': lookFirst({ checks: 'write' }),
  // Annotations are added to those already there, so a repetition would double them.
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}': lookFirst({ checks: 'write' }),

  // Comments on a pull request are in the API of issues, and take the permission of pull requests.
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments': safe({ pull_requests: 'read' }),
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': lookFirst({ pull_requests: 'write' }),
  'GET /repos/{owner}/{repo}/issues/comments/{comment_id}': safe({ pull_requests: 'read' }),
  // The same reaction twice is one.
  'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions': safe({ pull_requests: 'write' }),
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}': safe({ pull_requests: 'write' }),
  'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}': safe({ pull_requests: 'write' }),

  // What an account is called now: everything else is known by its number, and these two take names alone.
  'GET /user/{account_id}': safe({ metadata: 'read' }),
  // Who is asked already is not told again, and who is not asked cannot be asked less.
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers': safe({ pull_requests: 'write' }),
  'DELETE /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers': safe({ pull_requests: 'write' }),
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}': safe({ pull_requests: 'read' }),
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/comments': safe({
    pull_requests: 'read',
  }),

  ...only('teams', {
    'GET /orgs/{org}/teams/{team_slug}/members': safe({ members: 'read' }),
  }),

  ...only('opening', {
    'GET /repos/{owner}/{repo}': safe({ metadata: 'read' }),
    'GET /repos/{owner}/{repo}/rules/branches/{branch}': safe({ metadata: 'read' }),
    'POST /orgs/{org}/repos': lookFirst({ administration: 'write' }),
    'POST /repos/{owner}/{repo}/rulesets': lookFirst({ administration: 'write' }),
    'GET /repos/{owner}/{repo}/invitations': safe({ administration: 'read' }),
    'DELETE /repos/{owner}/{repo}/invitations/{invitation_id}': safe({ administration: 'write' }),
    // Whoever is invited already is not invited again.
    'PUT /repos/{owner}/{repo}/collaborators/{username}': safe({ administration: 'write' }),
  }),

  ...only('branches', {
    'GET /repos/{owner}/{repo}/git/ref/{ref}': safe({ contents: 'read' }),
    'GET /repos/{owner}/{repo}/git/commits/{commit_sha}': safe({ contents: 'read' }),
    // Objects are named by their content: the same one twice is one.
    'POST /repos/{owner}/{repo}/git/blobs': safe({ contents: 'write' }),
    'POST /repos/{owner}/{repo}/git/trees': safe({ contents: 'write' }),
    // A commit has its time in it, unless it is given: two of them are two, and the one without a branch is nobody's.
    'POST /repos/{owner}/{repo}/git/commits': safe({ contents: 'write' }),
    // Only forward: a branch that is there already stays there.
    'PATCH /repos/{owner}/{repo}/git/refs/{ref}': safe({ contents: 'write' }),
    // A branch that is there already is told as such.
    'POST /repos/{owner}/{repo}/git/refs': safe({ contents: 'write' }),
    // A branch that is gone already is told as such.
    'DELETE /repos/{owner}/{repo}/git/refs/{ref}': safe({ contents: 'write' }),
    // A second one of the same two branches is refused.
    'POST /repos/{owner}/{repo}/pulls': safe({ pull_requests: 'write' }),
    'PATCH /repos/{owner}/{repo}/pulls/{pull_number}': safe({ pull_requests: 'write' }),
  }),
} satisfies Record<string, Call>;

/** Finds a call by its route; null where it is not in the table. */
export function findCall(route: string): Call | null {
  return Object.hasOwn(calls, route) ? calls[route as keyof typeof calls] : null;
}

/**
 * The least permissions with which the calls of marking work, or of one feature: those that a token is given, whatever the App
 * was granted.
 */
export function leastPermissions(feature: Feature | null = null): Permissions {
  const used = Object.values<Call>(calls).filter((call) => (call.feature ?? null) === feature);
  const least: Permissions = {};
  for (const { needs } of used) {
    for (const [name, level] of Object.entries(needs) as [keyof Permissions, Level][]) {
      if (least[name] !== 'write') least[name] = level;
    }
  }
  return least;
}
