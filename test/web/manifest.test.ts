import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { calls, leastPermissions } from '../../src/adapters/octokit/calls.ts';
import type { Call } from '../../src/adapters/octokit/calls.ts';
import { handlerNames, subscribedEvents } from '../../src/web/webhooks/events.ts';
import type { SubscribedEvent } from '../../src/web/webhooks/events.ts';

const Manifest = z.strictObject({
  name: z.string(),
  url: z.url(),
  description: z.string(),
  public: z.boolean(),
  default_permissions: z.record(z.string(), z.enum(['read', 'write'])),
  default_events: z.array(z.string()),
});

const manifest = Manifest.parse(parse(await readFile(new URL('../../app.yml', import.meta.url), 'utf8')));

/** Joins what is needed, `write` above `read`. */
function union(needs: Readonly<Record<string, 'read' | 'write'>>[]): Record<string, 'read' | 'write'> {
  const all: Record<string, 'read' | 'write'> = {};
  for (const [name, level] of needs.flatMap((each) => Object.entries(each))) {
    if (all[name] !== 'write') all[name] = level;
  }
  return all;
}

const events: readonly SubscribedEvent[] = subscribedEvents;

describe('app.yml', () => {
  it('asks for the events that the code takes, and no others', () => {
    const listed = events.filter(({ sentToAll }) => sentToAll !== true).map(({ name }) => name);
    expect([...manifest.default_events].sort()).toEqual([...listed].sort());
  });

  it('asks for the permissions that the calls and the events need, and no others', () => {
    const needed = union([
      ...Object.values<Call>(calls)
        .filter(({ feature }) => feature === undefined)
        .map(({ needs }) => needs as Record<string, 'read' | 'write'>),
      ...events.map(({ needs }) => needs),
    ]);
    expect(manifest.default_permissions).toEqual(needed);
  });

  it('may be granted more than our tokens are given', () => {
    expect(leastPermissions()).toEqual({
      checks: 'write',
      contents: 'read',
      metadata: 'read',
      pull_requests: 'write',
    });
  });

  it('is not asked for what only some schools turn on: those grant it themselves', () => {
    expect(leastPermissions('branches')).toEqual({ contents: 'write', pull_requests: 'write' });
    expect(leastPermissions('opening')).toEqual({ administration: 'write', metadata: 'read' });
    expect(leastPermissions('teams')).toEqual({ members: 'read' });
  });
});

describe('the events that the code takes', () => {
  it('are those that the road from webhook to decision needs', () => {
    expect([...handlerNames()].sort()).toEqual([
      'check_run.requested_action',
      'check_run.rerequested',
      'installation',
      'installation_repositories',
      'issue_comment',
      'pull_request.closed',
      'pull_request.converted_to_draft',
      'pull_request.edited',
      'pull_request.opened',
      'pull_request.ready_for_review',
      'pull_request.reopened',
      'pull_request.synchronize',
      'pull_request_review',
      'push',
      'repository',
    ]);
  });
});
