import { daysIn, type Episode, holds, type Stretch, type Truth } from '../simulator/truth.ts';
import type { Alert } from './alert.ts';

/** Days of their own that trouble lasts which must be found: as long as the brief's silence after which staff are told (7). */
export const MUST_BE_FOUND = 7;
/** Of trouble about which something may be said: as long as its silence after which a kind word is due (3). */
export const MAY_BE_TOLD = 3;

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
  /** Days of their own that it lasted, within the term, while nobody else was waited for. */
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
    .map((episode) => ({ episode, days: daysOfTrouble(truth, episode) }));
  return {
    troubles: episodes
      .filter(({ days }) => days >= MUST_BE_FOUND)
      .map(({ episode, days }) => {
        const told = firstOf(alerts, episode);
        const said = firstOf(plain, episode);
        const lead = told === null ? null : daysBetween(truth.schoolDays, told.at, said?.at ?? episode.until);
        return { episode, kind: truth.kind, days, told, plain: said, lead };
      }),
    verdicts: alerts.map((alert) => ({ alert, verdict: verdictOn(truth, episodes, alert) })),
  };
}

function daysOfTrouble(truth: Truth, episode: Episode): number {
  const days = truth.ownDays.filter((at) => holds(episode, at));
  const waits = truth.waiting.filter(
    ({ project }) => episode.project === null || episode.project === project,
  );
  return days.filter((at) => !waits.some((each) => holds(each, at))).length;
}

const isAbout = ({ project }: Episode, alert: Alert): boolean =>
  project === null || alert.project === null || project === alert.project;

const firstOf = (alerts: readonly Alert[], episode: Episode): Alert | null =>
  alerts
    .filter((alert) => holds(episode, alert.at) && isAbout(episode, alert))
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
