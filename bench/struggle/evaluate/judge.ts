import { daysIn, type Episode, holds, type Stretch, type Truth } from '../simulator/truth.ts';
import type { Alert } from './alert.ts';

/** Days of their own that trouble lasts which must be found: two weeks of work, as long as the silence by which the plain rule can find it at all. */
const MUST_BE_FOUND = 10;
/** Of trouble about which something may be said: as long as the silence after which a kind word is due. */
const MAY_BE_TOLD = 3;

const DAY_MS = 24 * 60 * 60 * 1000;

/** What is known of one learner, and what was said of them. */
export interface Judged {
  truth: Truth;
  alerts: readonly Alert[];
  /** Of the plain rule. */
  plain: readonly Alert[];
}

/** Trouble that an alert should have told of. */
export interface Trouble {
  episode: Episode;
  kind: Truth['kind'];
  /** Days of their own that it lasted, within the term, while nobody else was waited for, and they did not get on with something else. */
  days: number;
  /** The first that was said of it, and the first that the plain rule said. */
  told: Alert | null;
  plain: Alert | null;
  /** Days of the school by which it was told sooner than by the plain rule; where that said nothing, sooner than it was over. */
  lead: number | null;
}

export type Verdict =
  /** There was trouble. */
  | 'true'
  /** There was, and it was too short to be one. */
  | 'short'
  /** It was over by then. */
  | 'over'
  | 'on leave'
  | 'waiting'
  /** Nothing came of them for some days, and they came back. */
  | 'quiet'
  | 'nothing';

export interface Judgement {
  troubles: Trouble[];
  verdicts: { alert: Alert; verdict: Verdict }[];
}

/** Holds what was said of a learner against what was really the matter, within a term. */
export function judge({ truth, alerts, plain }: Judged, term: Stretch): Judgement {
  const episodes = truth.episodes
    .filter(({ from }) => from < term.until)
    .map((episode) => ({ ...episode, until: Math.min(episode.until, term.until) }))
    .map((episode) => {
      const own = daysOfTrouble(truth, episode);
      return {
        episode,
        days: own.length,
        idle: own.filter((at) => !getsOnElsewhere(truth, episode, at)).length,
      };
    });
  return {
    troubles: episodes
      .filter(({ idle }) => idle >= MUST_BE_FOUND)
      .map(({ episode, idle: days }) => {
        const told = firstOf(alerts, episode);
        const said = firstOf(plain, episode);
        // What stood there before tells of it from its beginning on.
        const toldAt = told === null ? null : Math.max(told.at, episode.from);
        const lead =
          toldAt === null ? null : daysBetween(truth.schoolDays, toldAt, said?.at ?? episode.until);
        return { episode, kind: truth.kind, days, told, plain: said, lead };
      }),
    verdicts: alerts.map((alert) => ({ alert, verdict: verdictOn(truth, episodes, alert) })),
  };
}

function daysOfTrouble(truth: Truth, episode: Episode): number[] {
  const days = truth.ownDays.filter((at) => holds(episode, at));
  const waits = truth.waiting.filter(
    ({ project }) => episode.project === null || episode.project === project,
  );
  return days.filter((at) => !waits.some((each) => holds(each, at)));
}

/** Whoever leaves what they are stuck with for something else that is open does as they are told: what they left can wait a little. */
const getsOnElsewhere = ({ gains }: Truth, { project }: Episode, day: number): boolean =>
  project !== null &&
  gains.some((gain) => gain.project !== project && day <= gain.at && gain.at < day + DAY_MS);

const isAbout = ({ project }: Episode, alert: Alert): boolean =>
  project === null || alert.project === null || project === alert.project;

/** Said while there is trouble, or before, and standing in the list of staff since: it is not said again. */
const isToldOf = ({ from, until }: Stretch, alert: Alert): boolean =>
  alert.at < until && (alert.until ?? alert.at + 1) > from;

const firstOf = (alerts: readonly Alert[], episode: Episode): Alert | null =>
  alerts
    .filter((alert) => isToldOf(episode, alert) && isAbout(episode, alert))
    .toSorted((a, b) => a.at - b.at)[0] ?? null;

/** Before is positive. */
const daysBetween = (days: readonly number[], at: number, later: number): number =>
  at <= later ? daysIn(days, { from: at, until: later }) : -daysIn(days, { from: later, until: at });

function verdictOn(
  truth: Truth,
  episodes: readonly { episode: Episode; days: number }[],
  alert: Alert,
): Verdict {
  // Whatever else is the matter: nobody who is known to be away, or waits for us, is told of.
  if (truth.timeOff.some((each) => holds(each, alert.at))) return 'on leave';
  if (waits(truth, alert)) return 'waiting';
  const about = episodes.filter(({ episode }) => isAbout(episode, alert));
  const now = about.filter(({ episode }) => holds(episode, alert.at));
  if (now.some(({ days }) => days >= MAY_BE_TOLD)) return 'true';
  if (now.length > 0) return 'short';
  const over = about.some(
    ({ episode }) =>
      episode.until <= alert.at && daysIn(truth.schoolDays, { from: episode.until, until: alert.at }) <= 2,
  );
  if (over) return 'over';
  return truth.quiet.some((each) => holds(each, alert.at)) ? 'quiet' : 'nothing';
}

/** The project waits for others, or something does and nothing else that they have begun is theirs to go on with. */
function waits({ waiting, begun }: Truth, { project, at }: Alert): boolean {
  const waitFor = waiting.filter((each) => holds(each, at)).map((each) => each.project);
  if (project !== null && waitFor.includes(project)) return true;
  const theirs = begun.filter((each) => holds(each, at) && !waitFor.includes(each.project));
  return waitFor.length > 0 && !theirs.some((each) => project === null || each.project === project);
}
