// Makes the pictures of the documentation from the pages of the stand-in, in a real browser: `npx tsx scripts/take-pictures.ts`.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { readConfig } from '../src/config.ts';
import { loadCourse } from '../src/course/read-course.ts';
import { runDemo } from '../src/demo/demo.ts';
import type { Scene } from '../src/demo/scenario.ts';
import { systemClock } from '../src/domain/clock.ts';
import { readFolder } from '../src/intake/files/folder.ts';
import { service } from '../test/services/found.ts';

const readFile = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};
const config = readConfig({ env: process.env, readFile });
const arguments_ =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

const course = await loadCourse('rubrics');
/** What the documentation shows, by the name of the picture: a project, and one of its examples. */
const pictures: Record<string, [project: string, example: string]> = {
  'not-yet': ['shopping-basket', 'half-right'],
  mastered: ['shopping-basket', 'plain-loops'],
  'works-but-ugly': ['inventory', 'works-but-ugly'],
  'clean-but-broken': ['inventory', 'clean-but-broken'],
  'ugly-and-broken': ['inventory', 'ugly-and-broken'],
};
const scenes = Object.values(pictures).map(([project, example], at): Scene => ({
  learner: { login: `learner-${at + 1}`, name: `Learner ${at + 1}` },
  project,
  example,
  expected: course.projects.get(project)?.rubric.examples[example] ?? 'not-yet',
}));

await runDemo(
  {
    course,
    scenes,
    courseDir: 'rubrics',
    dataDir: config.dataDir,
    redisUrl: config.redisUrl,
    port: 0,
    readFolder,
    clock: systemClock,
    signal: new AbortController().signal,
    tell: (line) => {
      console.error(line);
    },
  },
  async ({ rows }) => {
    const browser = await chromium.launch({
      executablePath: service('TOUCHSTONE_CHROMIUM'),
      args: arguments_.split(' '),
    });
    try {
      const page = await browser.newPage({ viewport: { width: 1000, height: 800 }, deviceScaleFactor: 1.5 });
      for (const [at, file] of Object.keys(pictures).entries()) {
        const row = rows[at];
        if (row?.decision !== scenes[at]?.expected) throw new Error(`${file} did not get its decision`);
        await page.goto(row?.url ?? '');
        await page.screenshot({ path: `docs/pictures/${file}.png`, fullPage: true });
      }
    } finally {
      await browser.close();
    }
  },
);
