import { compare } from '../compare.ts';
import type { Place } from '../findings.ts';
import { CHANNELS, SHAPE, WORDS } from '../fingerprints/channels.ts';
import { type Fingerprinted, fingerprint } from '../fingerprints/fingerprinted.ts';
import { givenBy } from '../fingerprints/given.ts';
import { bounded } from '../alike/same-part.ts';
import { ageOf, lineAges } from '../index/line-ages.ts';
import { linesWith, partsOf, partsWithin } from '../index/own-parts.ts';
import { sketchOf } from '../index/sketch.ts';
import { type AgedReading, readStored, storeReading } from '../index/stored-reading.ts';
import { unpack } from '../reading/process/packed.ts';
import type { Compared, Indexed, Question, Shared } from './messages.ts';

type Asked<What extends Question['what']> = Extract<Question, { what: What }>;

/** Pairs that share less say nothing, in however many projects it is the same two. */
const LEAST = 0.25;
/** Nobody reads more. */
const MOST_PAIRS = 200;

/** Makes of a work what goes into the index. */
export function indexed({ files, starter, before, at }: Asked<'index'>): Indexed {
  const cache = new Map<string, number>();
  const given = givenBy(unpack(starter), cache);
  const readings = unpack(files);
  const work = fingerprint({ id: '', files: readings }, given, cache);
  const old = before === null ? null : readStored(before);
  const ages = lineAges(
    work,
    old === null ? null : { work: fingerprint({ id: '', files: old }, given, cache), ages: old },
    at,
  );
  const aged = readings.map((reading, number): AgedReading => ({
    ...reading,
    since: ages[number]?.since ?? [],
  }));
  const bag = (channel: (typeof CHANNELS)[number]) => work.bags[CHANNELS.indexOf(channel)]?.prints ?? [];
  return { sketch: sketchOf(bag(SHAPE), bag(WORDS)), reading: storeReading(aged) };
}

/** Compares works: what two of them, or some of them, share, where each has it, and since when. */
export function compared({ works, history, background, starter, idioms }: Asked<'compare'>): Compared {
  const readings = new Map(works.map(({ id, reading }) => [id, readStored(reading)]));
  const given = unpack(starter);
  const elsewhere = (stored: readonly string[]) =>
    stored.map((reading, number) => ({ id: String(number), files: readStored(reading) }));
  const submissions = [...readings].map(([id, files]) => ({ id, files }));
  const found = compare({
    submissions,
    starter: given,
    history: elsewhere(history),
    background: elsewhere(background),
    idioms: unpack(idioms),
  });
  const cache = new Map<string, number>();
  const prints = new Map<string, Fingerprinted>();
  const printed = (id: string): Fingerprinted => {
    const known = prints.get(id) ?? fingerprint({ id, files: readings.get(id) ?? [] }, new Map(), cache);
    prints.set(id, known);
    return known;
  };
  let holders: Map<number, number> | null = null;
  const shared = (score: number, having: readonly { id: string; places: readonly Place[] }[]): Shared => {
    holders ??= holdersAmong([...readings.keys()].map(printed));
    const within = having.map(({ id, places }) => partsWithin(printed(id), places));
    const prints = marksOf(within, holders, works.length);
    const common = new Set(prints);
    return {
      score,
      marks: bounded(prints),
      members: having.map(({ id, places }) => {
        const files = readings.get(id) ?? [];
        // What stands between the lines that they share may be older.
        const since = ageOf(files, linesWith(printed(id), places, common)) ?? ageOf(files, places);
        return { id, places: places.map(({ file, start, end }) => ({ file, start, end })), since };
      }),
    };
  };
  const pairs = found.pairs.filter(({ score }) => score >= LEAST).slice(0, MOST_PAIRS);
  return {
    cut: found.cut,
    pairs: pairs.map(({ a, b, score, fragments }) =>
      shared(score, [
        { id: a, places: fragments.map((fragment) => fragment.a) },
        { id: b, places: fragments.map((fragment) => fragment.b) },
      ]),
    ),
    groups: found.groups.map(({ members, score, places }) =>
      shared(
        score,
        members.map((id) => ({ id, places: places.filter(({ member }) => member === id) })),
      ),
    ),
  };
}

/** Of those who do not share a part, more than this have it where it is ordinary. */
const ORDINARY = 0.05;
/** Of those who share it, some may have written it in another way. */
const MOST_OF_THEM = 0.6;

/**
 * The fingerprints that most of those have who share something, and two, and hardly anybody else of all who are compared; where
 * there are none of that kind, those that they have at all.
 *
 * @param shared what each of them has where they are alike
 * @param holders of all works, how many have a fingerprint
 */
function marksOf(
  shared: readonly ReadonlySet<number>[],
  holders: ReadonlyMap<number, number>,
  works: number,
): number[] {
  const counts = new Map<number, number>();
  for (const set of shared) for (const print of set) counts.set(print, (counts.get(print) ?? 0) + 1);
  const least = Math.max(2, shared.length * MOST_OF_THEM);
  const most = (works - shared.length) * ORDINARY;
  const common = [...counts].filter(([, count]) => count >= least);
  const rare = common.filter(([print, count]) => (holders.get(print) ?? 0) - count <= most);
  return (rare.length > 0 ? rare : common).map(([print]) => print);
}

/** How many works have each fingerprint. */
function holdersAmong(works: readonly Fingerprinted[]): Map<number, number> {
  const holders = new Map<number, number>();
  for (const { files } of works)
    for (const print of new Set(files.flatMap((file) => partsOf(file).map((part) => part.print))))
      holders.set(print, (holders.get(print) ?? 0) + 1);
  return holders;
}
