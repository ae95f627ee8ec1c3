import { compare } from '../compare.ts';
import type { Place } from '../findings.ts';
import { CHANNELS, SHAPE, WORDS } from '../fingerprints/channels.ts';
import { type Fingerprinted, fingerprint } from '../fingerprints/fingerprinted.ts';
import { givenBy } from '../fingerprints/given.ts';
import { bounded } from '../alike/same-part.ts';
import { ageOf, lineAges } from '../index/line-ages.ts';
import { partsWithin } from '../index/own-parts.ts';
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
  const shared = (score: number, having: readonly { id: string; places: readonly Place[] }[]): Shared => ({
    score,
    marks: inMost(having.map(({ id, places }) => partsWithin(printed(id), places))),
    members: having.map(({ id, places }) => ({
      id,
      places: places.map(({ file, start, end }) => ({ file, start, end })),
      since: ageOf(readings.get(id) ?? [], places),
    })),
  });
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

/** The fingerprints that at least the half of some sets have, and two. */
function inMost(sets: readonly ReadonlySet<number>[]): number[] {
  const counts = new Map<number, number>();
  for (const set of sets) for (const print of set) counts.set(print, (counts.get(print) ?? 0) + 1);
  const least = Math.max(2, sets.length / 2);
  return bounded([...counts].flatMap(([print, count]) => (count >= least ? [print] : [])));
}
