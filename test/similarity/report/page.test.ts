import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Findings, Pair } from '../../../src/similarity/findings.ts';
import { similarityPage } from '../../../src/similarity/report/page.tsx';
import { sourceOf } from '../../../src/similarity/report/source.ts';

const HOSTILE =
  '</pre><script>document.title = "ran"</script><img src=x onerror="document.title = 1">\u202eevil';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const files = (text: string) => new Map([['cart.js', bytes(text)]]);
const submissions = [
  { id: 'ada', files: files('let one;\nlet two;\nlet three;\nlet four;\n') },
  { id: `bob ${HOSTILE}`, files: files(`let two;\nlet three;\n// ${HOSTILE}\nlet one;\n`) },
  { id: 'cy', files: files('let three;\n') },
];
const bob = submissions[1]?.id ?? '';
const place = (start: number, end: number) => ({ file: 'cart.js', start, end });
const pairs: Pair[] = [
  {
    a: 'ada',
    b: bob,
    score: 0.934,
    fragments: [
      { a: place(2, 3), b: place(1, 3) },
      { a: place(1, 1), b: place(4, 4) },
    ],
  },
  { a: 'ada', b: 'cy', score: 0.51, fragments: [] },
  { a: 'cy', b: bob, score: 0.2, fragments: [] },
];
const findings: Findings = {
  cut: 0.5,
  pairs,
  groups: [
    {
      members: ['ada', bob, 'cy'],
      score: 0.8,
      rarity: 0.95,
      summary: 'A variable that is called three',
      places: [
        { member: 'ada', ...place(3, 3) },
        { member: bob, ...place(2, 3) },
        { member: 'cy', ...place(1, 1) },
      ],
    },
  ],
};
const reported = {
  title: HOSTILE,
  submissions: 3,
  findings,
  shown: pairs.slice(0, 2),
  remarks: [`Left out: ${HOSTILE}`],
  source: sourceOf(submissions),
};

let page: string;
beforeAll(async () => {
  page = await similarityPage(reported);
});

test('says what is alike, in words that accuse nobody', () => {
  expect(page).toContain('93 % alike');
  expect(page).toContain('Of 3 pairs that share something, 2 share 50 % or more');
  expect(page).toContain('worth a talk');
  expect(page).toContain('80 % sure, 95 % rare elsewhere');
  expect(page).not.toMatch(/plagiar|cheat|copied|copy|suspect|guilt|dishonest/i);
});

test('is one file that fetches nothing and runs nothing', () => {
  expect(page).toMatch(/^<!doctype html>/);
  expect(page).toContain('default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;');
  expect(page).not.toMatch(/<script|<img|<link|<iframe|(?:src|href)="(?!#)/);
  expect(page).not.toContain('\u202e');
});

test('every link leads somewhere, and every place has a name of its own', () => {
  const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  const links = [...page.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(links.length).toBeGreaterThan(8);
  for (const link of links) expect(ids).toContain(link);
});

test('nothing that is alike is said in plain words, too', async () => {
  const empty = { ...reported, findings: { cut: 0.5, pairs: [], groups: [] }, shown: [], remarks: [] };
  expect(await similarityPage(empty)).toContain(
    'No two submissions are so much alike that it is worth a talk.',
  );
});

describe('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env['TOUCHSTONE_CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
      ],
    });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
  });

  test.each(['light', 'dark'] as const)(
    'shows parts side by side, links them, and has no fault that axe can find (%s)',
    async (colorScheme) => {
      const context = await browser.newContext({ colorScheme });
      const shown = await context.newPage();
      await shown.setContent(page);
      expect(await shown.title()).toBe(`What is alike: ${HOSTILE.replace('\u202e', '\\u202e')}`);
      const row = shown.locator('#pair-1-fragment-1');
      expect(await row.locator('pre').allInnerTexts()).toEqual([
        '2let two;\n3let three;',
        `1let two;\n2let three;\n3// ${HOSTILE.replace('\u202e', '\\u202e')}`,
      ]);
      await shown.locator('#pair-1 summary').click();
      await shown.locator('#pair-1-a-2 a').click();
      expect(await shown.evaluate('document.querySelector(":target")?.id')).toBe('pair-1-b-2');
      await shown.keyboard.press('Tab');
      expect(await shown.evaluate('document.activeElement?.tagName')).not.toBe('BODY');
      const { violations } = await new AxeBuilder({ page: shown }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      );
      await context.close();
    },
    60_000,
  );
});
