import type { Absence } from './absences.ts';
import { atHour, type SimulatedDay } from './days.ts';
import type { Life } from './life.ts';
import { isOwnDay, paceOn } from './traits.ts';
import { type Episode, holds, joined, type Stretch, type TimeOff, type Truth } from './truth.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Below this share of their own pace somebody is in trouble: a week's work takes two. */
const TOO_SLOW = 0.5;

/** What was the matter in a life that is over. */
export function truthOf(life: Life): Truth {
  const { days, traits } = life;
  const end = life.finishedAt ?? (days.at(-1)?.from ?? 0) + DAY_MS;
  const timeOff = life.absences.flatMap((absence) => timeOffOf(life, absence));
  const isOff = (at: number) => timeOff.some(({ from, until }) => from <= at && at < until);
  const expected = days.filter(({ number, from }) => number >= traits.firstDay && from < end && !isOff(from));
  return {
    episodes: joined(episodesOf(life, end))
      .map((episode) => trimmed({ ...episode, until: Math.min(episode.until, end) }, timeOff))
      .filter(({ from, until }) => from < until),
    timeOff,
    waiting: life.waiting.map((each) => ({ ...each, until: Math.min(each.until, end) })),
    begun: [
      ...life.begun,
      ...[...life.works.values()].flatMap(({ begunAt, isMastered, project }) =>
        begunAt === null || isMastered ? [] : { project: project.slug, from: begunAt, until: end },
      ),
    ],
    gains: life.gains,
    quiet: life.absences
      .filter(({ kind }) => kind === 'quiet')
      .flatMap((absence) => stretchOf(life, absence)),
    ownDays: expected.filter((day) => isOwnDay(traits, day)).map(({ from }) => from),
    schoolDays: expected.filter(({ isSchoolDay }) => isSchoolDay).map(({ from }) => from),
    finishedAt: life.finishedAt,
    gaveUp: life.gone !== null,
    kind: { rhythm: traits.rhythm.name, style: traits.style },
  };
}

/** When somebody had given up, until they came back or the looking ends. */
function goneIn({ episodes, gone }: Life, end: number): Episode[] {
  const before = episodes.filter(({ causes }) => causes.includes('gave-up'));
  return gone === null
    ? before
    : [...before, { project: null, from: gone.from, until: end, causes: ['gave-up'] }];
}

/** Whoever has left tells nobody of leave. */
export const hasLeft = (life: Life, at: number): boolean =>
  goneIn(life, Number.POSITIVE_INFINITY).some((each) => holds(each, at));

function episodesOf(life: Life, end: number): Episode[] {
  const stuck = [...life.works.values()].flatMap(({ stuckSince, project }): Episode[] =>
    stuckSince === null ? [] : [{ project: project.slug, from: stuckSince, until: end, causes: ['stuck'] }],
  );
  const gone = goneIn(life, end);
  const absent = life.absences
    .filter(({ kind }) => kind === 'illness')
    .flatMap((absence) =>
      stretchOf(life, absence).map(({ from, until }): Episode => {
        const told = absence.toldOn === null ? undefined : life.days[absence.toldOn];
        return {
          project: null,
          from,
          until: told === undefined ? until : atHour(told, 8),
          causes: ['absent'],
        };
      }),
    )
    // Whoever has left is not away besides.
    .filter(({ from }) => !gone.some((each) => holds(each, from)));
  const slow = life.days.filter(({ number }) => paceOn(life.traits, number) < TOO_SLOW);
  const [first, last] = [slow[0], slow.at(-1)];
  const slowing: Episode[] =
    first === undefined || last === undefined
      ? []
      : [{ project: null, from: first.from, until: endOf(life.days, last), causes: ['slowing'] }];
  return [
    ...life.episodes.filter(({ causes }) => !causes.includes('gave-up')),
    ...stuck,
    ...gone,
    ...absent,
    ...slowing,
  ];
}

/** Illness is time off from when it was told. */
function timeOffOf(life: Life, absence: Absence): TimeOff[] {
  const told = absence.toldOn === null ? undefined : life.days[absence.toldOn];
  if (told === undefined) return [];
  const toldAt = atHour(told, 8);
  if (hasLeft(life, toldAt)) return [];
  return stretchOf(life, absence).map(({ from, until }) => ({
    from: absence.kind === 'leave' ? from : Math.max(from, toldAt),
    until,
    toldAt,
  }));
}

function stretchOf({ days }: Life, { first, last }: Absence): Stretch[] {
  const [from, until] = [days[first], days[last]];
  return from === undefined || until === undefined ? [] : [{ from: from.from, until: endOf(days, until) }];
}

/** Days on which clocks change are longer or shorter. */
const endOf = (days: Life['days'], { number, from }: SimulatedDay): number =>
  days[number + 1]?.from ?? from + DAY_MS;

/** Somebody who is known to be off is in no trouble at the time: what begins then begins after it, and what ends then ended before. */
function trimmed(episode: Episode, timeOff: readonly TimeOff[]): Episode {
  const off = (at: number) => timeOff.find((each) => each.from <= at && at < each.until);
  return {
    ...episode,
    from: off(episode.from)?.until ?? episode.from,
    until: off(episode.until - 1)?.from ?? episode.until,
  };
}
