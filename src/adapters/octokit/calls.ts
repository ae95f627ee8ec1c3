type Level = 'read' | 'write';
export type Permissions = Partial<Record<'checks' | 'contents' | 'metadata' | 'pull_requests', Level>>;

/** What has to be known of a call before it is made. */
export interface Call {
  /** The App's permission that the call takes: https://docs.github.com/en/rest/authentication/permissions-required-for-github-apps */
  needs: Permissions;
  /**
   * `safe`: making it twice is the same as once, so it is repeated after a failure.
   * `look-first`: it may have worked although the answer says otherwise, so only somebody who looks may repeat it.
   */
  repeating: 'safe' | 'look-first';
}

const safe = (needs: Permissions): Call => ({ needs, repeating: 'safe' });
const lookFirst = (needs: Permissions): Call => ({ needs, repeating: 'look-first' });

/**
 * Every call that Touchstone makes to GitHub. One that is not in this table is refused before it is sent, so that the
 * table, the App's manifest (`app.yml`) and the permissions of our tokens cannot drift apart.
 */
export const calls = {
  // As the App itself, by its key: no permission is needed.
  'GET /app': safe({}),
  'GET /app/installations': safe({}),
  // A second token does no harm.
  'POST /app/installations/{installation_id}/access_tokens': safe({}),

  'GET /installation/repositories': safe({ metadata: 'read' }),
  'GET /repos/{owner}/{repo}/pulls': safe({ pull_requests: 'read' }),
  'GET /repos/{owner}/{repo}/pulls/{pull_number}': safe({ pull_requests: 'read' }),
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits': safe({ pull_requests: 'read' }),

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
  // The same reaction twice is one.
  'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions': safe({ pull_requests: 'write' }),
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}': safe({ pull_requests: 'write' }),
  'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}': safe({ pull_requests: 'write' }),
} satisfies Record<string, Call>;

/** Finds a call by its route; null where it is not in the table. */
export function findCall(route: string): Call | null {
  return Object.hasOwn(calls, route) ? calls[route as keyof typeof calls] : null;
}

/** The least permissions with which all calls work: those that our tokens are given, whatever the App was granted. */
export function leastPermissions(): Permissions {
  const least: Permissions = {};
  for (const { needs } of Object.values<Call>(calls)) {
    for (const [name, level] of Object.entries(needs) as [keyof Permissions, Level][]) {
      if (least[name] !== 'write') least[name] = level;
    }
  }
  return least;
}
