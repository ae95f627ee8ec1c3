import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeComparison, describeSample, quantile, type Sample } from '../../comparison.ts';
import { timed } from '../../way.ts';
import { dolos, type Installed, similarityTester } from '../peers/installed.ts';
import { growingIndex } from './adding.ts';
import { type Taken, wholeProcess } from './whole-process.ts';
import { inOneFile, makeWorks, type WorkSize } from './works.ts';

const OURS = 'touchstone similarity';
const program = new URL('../../../bin/touchstone.mjs', import.meta.url).pathname;
const dolosProgram = new URL('../peers/dolos.mjs', import.meta.url).pathname;
const jscpdProgram = new URL('../../../node_modules/.bin/jscpd', import.meta.url).pathname;

const SETS: readonly { what: string; works: number; size: WorkSize; rounds: number; memory: string }[] = [
  {
    what: '1,000 works of 1.2 KB',
    works: 1_000,
    size: { files: 1, bytes: 1_200 },
    rounds: 5,
    memory: 'below 0.8',
  },
  {
    what: '73 projects of 30 KB',
    works: 73,
    size: { files: 6, bytes: 30_000 },
    rounds: 5,
    memory: 'below 1.0',
  },
];
const ADDED = 100;

type Say = (line: string) => void;
interface Program {
  name: string;
  run: () => Promise<Taken>;
}

/** Whole processes from their start to their end, beside the peers that can be had; then adding one work to a thousand. */
export async function benchSimilarity(say: Say): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-similarity-'));
  const peers = { dolos: await dolos(), sim: await similarityTester() };
  for (const peer of Object.values(peers)) if ('missing' in peer) say(peer.missing);
  try {
    for (const { what, works, size, rounds, memory } of SETS) {
      const dir = join(folder, String(works));
      const names = makeWorks(dir, works, size, what);
      const paths = inOneFile(dir, names, join(folder, `${String(works)}-in-one`));
      await wholePrograms({ what, rounds, memory }, programsFor(dir, paths, peers), say);
    }
    await addingOne(folder, peers.sim, say);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function programsFor(
  dir: string,
  paths: readonly string[],
  peers: { dolos: Installed; sim: Installed },
): Program[] {
  const node = process.execPath;
  const input = `${paths.join('\n')}\n`;
  const programs: Program[] = [
    { name: OURS, run: () => wholeProcess(node, [program, 'similarity', dir, '--format', 'json']) },
  ];
  if ('at' in peers.dolos) {
    const { at } = peers.dolos;
    programs.push({
      name: 'Dolos',
      run: () => wholeProcess(node, [dolosProgram, at, 'javascript'], { input }),
    });
  }
  if ('at' in peers.sim) {
    const { at } = peers.sim;
    programs.push({
      name: 'similarity-tester',
      run: () => wholeProcess(at, ['-p', '-e', '-s', '-i'], { input }),
    });
  }
  programs.push({
    name: 'jscpd',
    // Elsewhere than here, where it would find the settings of this repository.
    run: () =>
      wholeProcess(jscpdProgram, ['--silent', '--min-tokens', '30', '--max-size', '1mb', dir], { cwd: dir }),
  });
  return programs;
}

const FIGURES = { ms: 'wall time', cpuMs: 'processor time', mib: 'memory' } as const;

async function wholePrograms(
  { what, rounds, memory }: { what: string; rounds: number; memory: string },
  programs: readonly Program[],
  say: Say,
): Promise<void> {
  const taken = new Map<string, Taken[]>(programs.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const { name, run } of round % 2 === 0 ? programs : programs.toReversed())
      taken.get(name)?.push(await run());
  for (const [figure, word] of Object.entries(FIGURES) as [keyof Taken, string][]) {
    const sample = (name: string): Sample => ({
      name,
      values: (taken.get(name) ?? []).map((one) => one[figure]),
    });
    const unit = figure === 'mib' ? 'MiB' : 'ms';
    for (const { name } of programs.slice(1)) {
      const goal = name !== 'Dolos' ? {} : { goal: figure === 'mib' ? memory : 'below 1.0' };
      say(
        describeComparison({
          what: `${what}, ${word}`,
          unit,
          ours: sample(OURS),
          other: sample(name),
          ...goal,
        }),
      );
    }
    if (programs.length === 1) say(describeSample(sample(OURS), unit));
  }
}

async function addingOne(folder: string, sim: Installed, say: Say): Promise<void> {
  const dir = join(folder, 'adding');
  const names = makeWorks(dir, 1_000 + ADDED, { files: 1, bytes: 1_200 }, 'adding');
  const paths = inOneFile(dir, names, join(folder, 'adding-in-one'));
  const old = paths.slice(0, 1_000);
  const index = await growingIndex(dir, names.length);
  const ours: Sample = { name: 'our index', values: [] };
  const other: Sample = { name: 'similarity-tester', values: [] };
  try {
    for (const name of names.slice(0, 1_000)) await index.add(name);
    for (const [at, name] of names.entries()) {
      if (at < 1_000) continue;
      ours.values.push(await timed(() => index.add(name)));
      const input = [paths[at], '/', ...old, ''].join('\n');
      if ('at' in sim) other.values.push((await wholeProcess(sim.at, ['-p', '-S', '-i'], { input })).ms);
    }
  } finally {
    await index.close();
  }
  const what = 'adding one work to 1,000, with its neighbours';
  const p95 = (values: readonly number[]) => quantile(values, 0.95);
  if (other.values.length === 0) say(describeSample(ours, 'ms'));
  else {
    say(describeComparison({ what, unit: 'ms', ours, other }));
    const ratio = p95(ours.values) / p95(other.values);
    const both = `${p95(ours.values).toFixed(0)} and ${p95(other.values).toFixed(0)} ms`;
    say(`  the 95th of a hundred: ${ratio.toFixed(2)} times (${both}; goal: below 1.0)`);
  }
}
