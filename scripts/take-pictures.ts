// Makes the pictures of the documentation from the pages of the stand-in, in a real browser: `npx tsx scripts/take-pictures.ts`.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { readConfig } from '../src/config.ts';
import { loadCourse } from '../src/course/read-course.ts';
import { runDemo } from '../src/demo/demo.ts';
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

await runDemo(
  {
    course: await loadCourse('rubrics'),
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
      const take = async (decision: string, project: string, file: string) => {
        const row = rows.findLast((each) => each.decision === decision && each.project === project);
        if (row === undefined) throw new Error(`no pull request on ${project} is ${decision}`);
        await page.goto(row.url);
        await page.screenshot({ path: `docs/pictures/${file}.png`, fullPage: true });
      };
      await take('not-yet', 'shopping-basket', 'not-yet');
      await take('mastered', 'shopping-basket', 'mastered');
    } finally {
      await browser.close();
    }
  },
);
