import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { files, hello, openPull, startSchool, type School } from '../school.ts';
import { below, emptyPaths, intersection, keyPaths } from './key-paths.ts';

const Examples = z.array(
  z.object({ name: z.string(), examples: z.array(z.record(z.string(), z.unknown())) }),
);
const file = createRequire(import.meta.url).resolve('@octokit/webhooks-examples');
const examples = Examples.parse(JSON.parse(readFileSync(file, 'utf8')));

/** Everything that the stand-in tells of, done once. */
async function everything(school: School): Promise<void> {
  const { standIn } = school;
  const { number, sha } = await openPull(school, { draft: true });
  const pull = { repository: 'school/hello-ada', number, as: 'ada' };
  await standIn.pulls.markReady(pull);
  await standIn.pulls.convertToDraft(pull);
  await standIn.pulls.editTitle({ ...pull, title: 'Another title' });
  await standIn.pulls.close(pull);
  await standIn.pulls.reopen(pull);
  const id = standIn.conversation.comment({ ...pull, body: 'Hello' });
  standIn.conversation.edit({ id, as: 'ada', body: 'Hello there' });
  standIn.conversation.remove({ id, as: 'ada' });
  standIn.conversation.review({ ...pull, as: 'tom', state: 'commented', body: 'Go on' });
  const run = await school.octokit.rest.checks.create({
    ...hello,
    name: 'Touchstone',
    head_sha: sha,
    actions: [{ label: 'Again', description: 'Mark this again', identifier: 'again' }],
  });
  await school.octokit.rest.checks.update({ ...hello, check_run_id: run.data.id, conclusion: 'success' });
  standIn.checks.rerun({ checkRunId: run.data.id, as: 'ada' });
  standIn.checks.press({ checkRunId: run.data.id, as: 'ada', identifier: 'again' });
  await standIn.checks.rerunAll({ checkRunId: run.data.id, as: 'ada' });
  await standIn.push({
    repository: 'school/hello-ada',
    branch: 'work',
    as: 'ada',
    files: files({ 'more.js': '' }),
    message: 'More',
  });
  standIn.repositories.rename({ repository: 'school/hello-ada', to: 'hi-ada' });
  await standIn.repositories.create({ owner: 'school', name: 'new', files: files({ a: '' }) });
  standIn.apps.removeRepositories({ installation: school.installation, repositories: ['school/new'] });
  standIn.apps.uninstall({ installation: school.installation });
  await standIn.deliveries.idle();
}

/**
 * Keys that every example of GitHub's has and the stand-in does not send, each with its reason. All else must be there.
 */
const leftEverywhere = [
  // Which permissions there are depends on the App.
  /\.permissions\./,
];
const left: Record<string, readonly RegExp[]> = {
  // Only where a deployment belongs to the check.
  'check_run.created': [/^check_run\.deployment/],
  'check_run.completed': [/^check_run\.deployment/],
};

let school: School;
beforeAll(async () => {
  school = await startSchool();
  await everything(school);
});
afterAll(async () => {
  await school.close();
});

const names = [
  'check_run.completed',
  'check_run.created',
  'check_run.requested_action',
  'check_run.rerequested',
  'check_suite.requested',
  'check_suite.rerequested',
  'installation.created',
  'installation.deleted',
  'installation_repositories.added',
  'installation_repositories.removed',
  'issue_comment.created',
  'issue_comment.deleted',
  'issue_comment.edited',
  'pull_request.closed',
  'pull_request.converted_to_draft',
  'pull_request.edited',
  'pull_request.opened',
  'pull_request.ready_for_review',
  'pull_request.reopened',
  'pull_request.synchronize',
  'pull_request_review.submitted',
  'push',
  'repository.renamed',
];

/** GitHub's package has no example of these; its description alone holds them. */
const withoutExample = new Set(['pull_request.edited']);

function sent(name: string): unknown {
  const [event, action = null] = name.split('.');
  const found = school.standIn.deliveries.log.find(
    (delivery) => delivery.event === event && delivery.action === action,
  );
  expect(found, `${name} was sent`).toBeDefined();
  return found?.payload;
}

describe('what the stand-in tells', () => {
  test('fits GitHub’s description, every time', () => {
    expect(school.standIn.violations.list).toEqual([]);
    const seen = new Set(
      school.standIn.deliveries.log.map(({ event, action }) =>
        action === null ? event : `${event}.${action}`,
      ),
    );
    expect([...seen].sort()).toEqual([...names].sort());
  });

  test.each(names)('%s has the keys that all of GitHub’s examples have', (name) => {
    const [event, action] = name.split('.');
    const of = examples.find((each) => each.name === event)?.examples ?? [];
    const alike = of.filter((each) => action === undefined || each['action'] === action);
    expect(alike.length > 0).toBe(!withoutExample.has(name));
    if (alike.length === 0) return;
    const payload = sent(name);
    const [ours, empty] = [keyPaths(payload), emptyPaths(payload)];
    const missing = [...intersection(alike.map((each) => keyPaths(each)))].filter(
      (path) =>
        !ours.has(path) &&
        !below(path, empty) &&
        ![...leftEverywhere, ...(left[name] ?? [])].some((reason) => reason.test(path)),
    );
    expect(missing).toEqual([]);
  });
});
