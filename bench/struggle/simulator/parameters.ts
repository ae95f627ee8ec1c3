import type { Day, Days } from '../../../src/domain/people/calendar.ts';
import type { Distribution } from './distribution.ts';

/** What a cohort is like: everything that is drawn is drawn from here. Probabilities are from 0 to 1, durations say their unit. */
export interface Parameters {
  term: {
    /** A Monday. */
    start: Day;
    weeks: number;
    /** How long learners go on after the term, so that it is known when they finish. */
    furtherWeeks: number;
    holidays: readonly Days[];
  };
  course: CourseParameters;
  learners: LearnerParameters;
  absences: AbsenceParameters;
  trouble: TroubleParameters;
  marking: MarkingParameters;
}

export interface CourseParameters {
  projects: number;
  /** Hours that a project takes the middle learner. */
  hours: Distribution;
  /** What the author expects, as a share of that: estimates are off, and mostly too low (Jørgensen 2004, doi 10.1016/S0164-1212(02)00156-5). */
  authorsGuess: Distribution;
  criteria: { least: number; most: number };
  essentialShare: number;
  /** From which share of the course on a person has the last word. */
  reviewedFrom: number;
  /** How many of the units before it a unit may wait for, instead of the one before it: the course is a graph. */
  branching: number;
}

/** On which days of the week, how surely, and for how long somebody works. */
export interface Rhythm {
  name: string;
  share: number;
  days: { least: number; most: number; weekend: boolean };
  /** Of the days that they have. */
  showsUp: Distribution;
  /** A day. */
  hours: Distribution;
  /** Works for some weeks and takes leave for some, again and again; told beforehand. */
  sprints?: { weeksOn: number; weeksOff: number };
}

export interface LearnerParameters {
  rhythms: readonly Rhythm[];
  timeZones: readonly string[];
  /**
   * How far people's paces are apart, as the sigma of a logarithm, and how far one person's tasks are. Durations of tasks are log-normal
   * with a speed of the person and an intensity of the task (van der Linden 2006, doi 10.3102/10769986031002181).
   */
  paceSigma: number;
  task: Distribution;
  /** Learners begin on a day of the first so many weeks. */
  startsWithinWeeks: number;
  /** Of the days on which somebody worked, how many end in a push: some push once a week. */
  pushes: Distribution;
  /** Hands in before it is done, each day. */
  eager: Distribution;
  /** Writes on the pull request more than they push. */
  talkers: number;
  /** Passes on recipes: fast in what they copy, and stuck later on what builds on it (the brief's cargo-culting). */
  copiers: number;
  /** Begins another unit while a person's word is waited for. */
  goesOnWhileWaiting: number;
  /** Who works on two units in turn. */
  jugglers: number;
  /** How much likelier work is in the last weeks before the term ends (Steel 2007, doi 10.1037/0033-2909.133.1.65), and the share of such people. */
  procrastination: { share: number; factor: number };
}

export interface AbsenceParameters {
  /** Told beforehand: how many a term, and how long in days of the calendar. */
  leave: { perTerm: number; days: Distribution };
  /** Not told beforehand, in days; some tell of it when they are ill already. */
  illness: { perTerm: number; days: Distribution; tells: number; afterDays: Distribution };
  /** Nothing comes for some days of work, and then they come back: nothing is the matter. */
  quiet: { perTerm: number; workingDays: { least: number; most: number } };
}

/** What somebody does when they do not get on. */
export type Style =
  /** Hands in again and again. */
  | 'spins'
  /** A dozen attempts in an hour. */
  | 'hammers'
  /** Works each day and shows nothing. */
  | 'digs'
  /** Comes less and less. */
  | 'avoids'
  /** Asks. */
  | 'asks'
  /** Works on something else that is open. */
  | 'switches';

export interface TroubleParameters {
  /** How likely a criterion is not understood by the middle learner, and how much a standard deviation of ability changes its odds. */
  block: { probability: number; abilitySlope: number; copiersSlope: number };
  /**
   * Hours of one's own until it is understood without anybody's help. With a long tail: many get over it within a day, and a part never do
   * (wheel-spinning: Beck and Gong 2013, doi 10.1007/978-3-642-39112-5_44).
   */
  hours: Distribution;
  /** Goes on to other criteria first, instead of sitting before the one. */
  goesRound: number;
  /** How likely a corrective makes it clear. */
  correctiveHelps: number;
  /** How likely a session does. */
  sessionHelps: number;
  styles: readonly { style: Style; share: number }[];
  /** For each day of work on which somebody who does not ask easily asks all the same. */
  asksAnyway: number;
  /** Chance of giving up on a day of being stuck, and for how many such days it takes to double. */
  givesUp: { aDay: number; doublesAfterDays: number };
  /** Chance of leaving for no reason that could be seen, a day of work; a third or so of those who begin to program do not finish (Bennedsen and Caspersen 2007, doi 10.1145/1272848.1272879). */
  leaves: number;
  /** Of those who gave up, how many come back, and after how many days. */
  comesBack: { share: number; days: Distribution };
  /** Whose pace falls in the course of weeks, to which share of what it was, and how many come back to it. */
  slowing: { share: number; to: Distribution; withinWeeks: Distribution; recovers: number };
}

export interface MarkingParameters {
  /** A criterion that is understood and has a slip in it nevertheless (the slip of Corbett and Anderson 1994, doi 10.1007/BF01099821). */
  slip: number;
  /** A failure stays the same one while its cause is not understood (repeated error density: Becker 2016, doi 10.1145/2899415.2899463). */
  sameFailure: number;
  /** How often what is not understood stops everything at once, such as a file that cannot be loaded: then no corrective is given for it. */
  stopsEverything: number;
  /** The threshold of a rubric: the share of criteria that must be met. */
  threshold: number;
  /** Our failure keeps an attempt waiting: how often, and hours. */
  broken: { share: number; hours: Distribution };
  refused: number;
  /** Days of work until peers and staff have looked; and how often staff say 'not yet'. */
  peers: Distribution;
  staff: Distribution;
  sentBack: number;
  /** Days of work until a session that is asked for is held. */
  session: Distribution;
}
