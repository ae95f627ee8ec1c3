import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hello, openPull, startSchool, type School } from '../school.ts';

let school: School;
let browser: Browser;
let page: Page;
let number: number;
let runId: number;
beforeAll(async () => {
  school = await startSchool();
  let sha: string;
  ({ number, sha } = await openPull(school, { content: 'one\ntwo\nthree\nfour\nfive\n' }));
  const run = await school.octokit.rest.checks.create({
    ...hello,
    name: 'Touchstone',
    head_sha: sha,
    status: 'in_progress',
  });
  runId = run.data.id;
  await school.octokit.rest.issues.createComment({
    ...hello,
    issue_number: number,
    body: '## Looking\n\n<details>\n<summary>More</summary>\n\ninside\n\n</details>',
  });
  browser = await chromium.launch({
    executablePath: process.env['TOUCHSTONE_CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const context = await browser.newContext();
  page = await context.newPage();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await school.close();
});

const pull = () => `${school.standIn.url}/school/hello-ada/pull/${number}`;

async function faults(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

describe('in a browser', () => {
  test('the list shows each pull request with its check', async () => {
    await page.goto(school.standIn.url);
    expect(await page.getByRole('link', { name: 'My hello' }).isVisible()).toBe(true);
    expect(await page.getByRole('img', { name: 'Some checks haven’t completed yet' }).isVisible()).toBe(true);
    expect(await faults()).toEqual([]);
  });

  test('the conversation shows the App’s comment and the check, and follows them', async () => {
    await page.goto(pull());
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(`My hello #${number}`);
    expect(await page.locator('.said .badge').innerText()).toBe('bot');
    expect(await page.locator('.checks-box h2').innerText()).toBe('Some checks haven’t completed yet');
    expect(await faults()).toEqual([]);
    await page.getByText('More', { exact: true }).click();
    await school.octokit.rest.checks.update({
      ...hello,
      check_run_id: runId,
      conclusion: 'failure',
      actions: [{ label: 'Again', description: 'Mark this again', identifier: 'again' }],
      output: {
        title: 'Not yet: the third line',
        summary: 'Nearly **there**.',
        text: '| a |\n| - |\n| b |',
        annotations: [
          {
            path: 'index.js',
            start_line: 3,
            end_line: 3,
            annotation_level: 'warning',
            title: 'Here',
            message: '<b>look</b>',
          },
        ],
      },
    });
    await page.getByText('All checks have failed').waitFor({ timeout: 10_000 });
    expect(await page.locator('.check-title').innerText()).toContain('Not yet: the third line');
    // What was unfolded stays unfolded.
    expect(await page.getByText('inside').isVisible()).toBe(true);
  }, 30_000);

  test('the check shows its text, and its annotations beside the lines', async () => {
    await page.goto(`${pull()}/checks`);
    expect(await page.locator('.check-headline').innerText()).toBe('Not yet: the third line');
    expect(await page.locator('.annotation .code').innerText()).toContain('five');
    expect(await page.locator('.annotation .meant').innerText()).toContain('three');
    expect(await page.locator('.remark pre').innerText()).toBe('<b>look</b>');
    expect(await faults()).toEqual([]);
  });

  test('its buttons reach the App, as the author’s', async () => {
    await page.goto(`${pull()}/checks`);
    await page.getByRole('button', { name: 'Again' }).click();
    const { payload } = await school.receiver.next('check_run', 'requested_action');
    expect(payload).toMatchObject({ requested_action: { identifier: 'again' }, sender: { login: 'ada' } });
    await page.getByRole('button', { name: 'Re-run' }).click();
    await school.receiver.next('check_run', 'rerequested');
  });

  test('the files show what changed', async () => {
    await page.goto(`${pull()}/files`);
    expect(await page.locator('.plus').first().innerText()).toBe('+one');
    expect(await faults()).toEqual([]);
  });
});

test('a form from elsewhere presses no button', async () => {
  const response = await fetch(`${school.standIn.url}/school/hello-ada/runs/${runId}/rerun`, {
    method: 'POST',
    headers: { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
    body: `pull=${number}`,
  });
  expect(response.status).toBe(403);
});

test('what is not there is not found', async () => {
  expect((await fetch(`${school.standIn.url}/school/hello-ada/pull/99`)).status).toBe(404);
  expect((await fetch(`${school.standIn.url}/nobody/nothing/pull/1`)).status).toBe(404);
});
