import Docker from 'dockerode';
import { afterAll, expect } from 'vitest';
import { createDockerSandbox } from '../../../src/adapters/docker/docker-sandbox.ts';
import {
  type AskedRule,
  type StyleOptions,
  type StyleReport,
  styleRequest,
} from '../../../src/sandbox/analysis/style.ts';
import { containers, filesOf } from './looking.ts';

type Contents = Record<string, string | Uint8Array>;

const gradersDir = new URL('../../../graders', import.meta.url).pathname;

export const rules = (...names: (string | [string, ...unknown[]])[]): AskedRule[] =>
  names.map((name) => {
    const [rule, ...options] = typeof name === 'string' ? [name] : name;
    return { rule, options };
  });

/** How often each rule was broken. */
export const counts = (report: StyleReport): Record<string, number> =>
  Object.fromEntries(report.rules.map(({ rule, count }) => [rule, count]));

/** The number of each measure. */
export const measured = (report: StyleReport): Record<string, number> =>
  Object.fromEntries(report.measures.map(({ measure, value }) => [measure, value]));

export const fileIn = (report: StyleReport, path: string) => report.files.find((file) => file.path === path);

/** A sandbox for the tests of one file, whose analyst reads for all of them; no container may be left after the last. */
export function readingStyle() {
  const capacity = { places: 1, spares: 8 };
  const sandbox = createDockerSandbox({ gradersDir, docker: new Docker(), capacity });
  afterAll(async () => {
    await sandbox.close();
    expect(await containers()).toEqual([]);
  });

  const outcome = (contents: Contents, options: Partial<StyleOptions> = {}, starter: Contents = {}) =>
    sandbox.analyse({
      ...styleRequest(filesOf(contents), filesOf(starter), {
        rules: [],
        duplication: null,
        generated: [],
        ...options,
      }),
      signal: new AbortController().signal,
    });
  const read = async (
    contents: Contents,
    options: Partial<StyleOptions> = {},
    starter: Contents = {},
  ): Promise<StyleReport> => {
    const result = await outcome(contents, options, starter);
    if (result.kind !== 'completed') throw new Error(JSON.stringify(result));
    return result.report;
  };
  return { sandbox, outcome, read };
}
