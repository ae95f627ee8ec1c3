// What each two works of some sets share, with their labels, as comma-separated values for `fit.py`:
// `npx tsx bench/similarity/evidence.ts <sets> > evidence.csv`, where `sets` was made by `data/make.ts` (one half of it).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHANNELS, SHAPE } from '../../src/similarity/fingerprints/channels.ts';
import { type Fingerprinted, fingerprint } from '../../src/similarity/fingerprints/fingerprinted.ts';
import { givenBy } from '../../src/similarity/fingerprints/given.ts';
import { massOf, numbersOf, rarityAmong } from '../../src/similarity/fingerprints/rarity.ts';
import { forEachPair } from '../../src/similarity/pairs/shared.ts';
import { PartsOfPairs } from '../../src/similarity/parts/parts-of-pairs.ts';
import { traceWorks } from '../../src/similarity/parts/traced-works.ts';
import { startReading } from '../../src/similarity/reading/process/reading-process.ts';

const COLUMNS = 'dataset,task,a,b,label,level,s0,a0,b0,s1,a1,b1,s2,a2,b2,part,partA,partB';
const sets = process.argv[2] ?? '';
const reading = startReading();

async function read(dir: string) {
  const files = new Map<string, Uint8Array>();
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true }))
    if (entry.isFile())
      files.set(
        join(entry.parentPath, entry.name).slice(dir.length + 1),
        readFileSync(join(entry.parentPath, entry.name)),
      );
  return (await reading.read(files, null)).files;
}

/** A label and a level for each pair of a set, by `task/a|task/b`. */
function labelsOf(dataset: string): Map<string, string> {
  const [, ...lines] = readFileSync(join(sets, 'labels/pairs', `${dataset}.csv`), 'utf8')
    .trim()
    .split('\n');
  const labels = new Map<string, string>();
  for (const line of lines) {
    const [a = '', b = '', label = '', level = ''] = line.split(',');
    for (const key of [`${a}|${b}`, `${b}|${a}`]) labels.set(key, `${label},${level}`);
  }
  return labels;
}

async function taskEvidence(
  dataset: string,
  task: string,
  labels: ReadonlyMap<string, string>,
): Promise<void> {
  const cache = new Map<string, number>();
  const given = givenBy(await read(join(sets, 'starter', task)).catch(() => []), cache);
  const works: Fingerprinted[] = [];
  for (const id of readdirSync(join(sets, dataset, task)).sort())
    works.push(fingerprint({ id, files: await read(join(sets, dataset, task, id)) }, given, cache));
  const bags = CHANNELS.map((_, at) => works.flatMap((work) => work.bags[at] ?? []));
  const rarities = bags.map((own) => rarityAmong(own));
  const masses = rarities.map((rarity, at) =>
    (bags[at] ?? []).map((bag) => massOf(rarity, numbersOf(rarity, bag), bag)),
  );
  const rarity = rarities[CHANNELS.indexOf(SHAPE)];
  if (rarity === undefined) return;
  const idioms = fingerprint({ id: 'idioms', files: [] }, given, cache);
  const traced = traceWorks({ cohort: works, elsewhere: [], idioms }, { given, rarity });
  const parts = new PartsOfPairs(traced);
  const traces = traced.works.map(({ files }) =>
    files.reduce(
      (sum, { numbers }) => numbers.reduce((mass, number) => mass + (traced.weights[number] ?? 0), sum),
      0,
    ),
  );
  forEachPair(bags, rarities, (a, b, shared) => {
    const [one, two] = [works[a]?.id ?? '', works[b]?.id ?? ''];
    const label = labels.get(`${task}/${one}|${task}/${two}`);
    if (label === undefined) return;
    const channels = shared.flatMap((mass, at) => [mass, masses[at]?.[a] ?? 0, masses[at]?.[b] ?? 0]);
    const numbers = [...channels, parts.of(a, b)[0]?.weight ?? 0, traces[a] ?? 0, traces[b] ?? 0];
    console.log([dataset, task, one, two, label, ...numbers.map((mass) => mass.toFixed(4))].join(','));
  });
}

try {
  console.log(COLUMNS);
  for (const file of readdirSync(join(sets, 'labels/pairs')).sort()) {
    const dataset = file.replace(/\.csv$/, '');
    const labels = labelsOf(dataset);
    for (const task of readdirSync(join(sets, dataset)).sort()) await taskEvidence(dataset, task, labels);
  }
} finally {
  reading.close();
}
