import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { isListed, NOT_LOGGED } from '../../src/compose/loggable.ts';
import { accountsIn } from '../../src/record/named-in.ts';

/** What pino itself puts into each line. */
const OF_EACH_LINE = ['level', 'time', 'pid', 'msg'];

const ADDRESS = /[a-z0-9.+_-]+@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}/i;

/**
 * Holds the logs of a school's day to naming nobody who was there: no login, no name, no address, and nothing under a key that is not
 * listed.
 *
 * @param payloads of all deliveries that GitHub sent that day
 */
export async function expectNameless(
  dir: string,
  payloads: readonly unknown[],
  names: readonly string[],
): Promise<void> {
  const known = new Set([...names, ...payloads.flatMap(accountsIn).map(({ login }) => login)]);
  const anybody = new RegExp(`(?<![a-z0-9])(${[...known].join('|')})(?![a-z0-9])`, 'i');
  const files = (await readdir(dir)).filter((name) => name.endsWith('.log'));
  const texts = await Promise.all(files.map((name) => readFile(join(dir, name), 'utf8')));
  const lines = texts.flatMap((text) => text.split('\n')).filter((line) => line.startsWith('{'));
  expect(lines).not.toEqual([]);
  // Where it lies on this machine is the operator's word, and nobody's of the school.
  const said = lines.map((line) => line.replaceAll(dir, '').replaceAll(process.cwd(), ''));
  expect(said.filter((line) => anybody.test(line) || ADDRESS.test(line))).toEqual([]);
  expect(said.filter((line) => line.includes(NOT_LOGGED))).toEqual([]);
  const keys = new Set(lines.flatMap((line) => Object.keys(JSON.parse(line) as object)));
  expect([...keys].filter((key) => !isListed(key) && !OF_EACH_LINE.includes(key))).toEqual([]);
}
