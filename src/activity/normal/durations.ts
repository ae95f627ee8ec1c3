import { effectOf, type Effect, varianceOf } from './effect.ts';
import { termOf, type Observation, type Term } from './observation.ts';

/** What tasks take of learners' working days, as far as it is known. */
export interface Durations {
  /** What a project takes of a learner, by what they needed for others. `without` leaves out what they have needed for that project itself. */
  of(learner: number, project: string, without?: string): LogNormal;
  /** What a project takes of learners in general. */
  ofOthers(project: string): LogNormal;
  /** Between learners and between projects of one learner: standard deviations of the logarithm. */
  spread: { learners: number; tasks: number };
  /** What is known of a learner's pace: how much longer than others, as a logarithm. */
  paceOf(learner: number): Effect;
}

/** A duration whose logarithm is distributed normally, in working days. */
export interface LogNormal {
  mean: number;
  deviation: number;
}

/**
 * What is believed before there are data, and after how many observations it counts for as much as they do. Four hours of a task fit
 * into a working day beside everything else; what people need for the same task differs by a factor of about 1.5 (a deviation of 0.4),
 * what one of them needs for tasks of the same size by one of 1.6.
 */
const PRIOR = {
  hoursADay: 4,
  course: 0.7,
  learner: 0.4,
  task: 0.5,
  project: 0.4,
  observations: 12,
} as const;

const ROUNDS = 12;

/** A task that takes less than this is as short as one that takes this: an hour and a half of a day. */
const SHORTEST_DAYS = 0.06;

interface Fit {
  course: Effect;
  projects: Map<string, Effect>;
  learners: Map<number, Effect>;
  learnerVariance: number;
  taskVariance: number;
  projectVariance: number;
}

/**
 * Fits durations: log(days) = course + log(effort) + project + learner + chance, each of the three drawn towards nothing as long as few
 * observations speak for it; a task that is not done yet counts as one that takes longer than so far (right-censored). An accelerated
 * failure time model with two crossed random effects, fitted by Newton's steps on one effect after the other and by moments for the
 * variances (Klein & Moeschberger, 'Survival Analysis', 2nd ed. 2003, ch. 12; Gelman & Hill, 'Data Analysis Using Regression and
 * Multilevel/Hierarchical Models', 2007, ch. 13, on drawing together). The author's hours are where a project without observations stands.
 *
 * @param effort the author's hours by project
 */
export function fitDurations(
  observations: readonly Observation[],
  effort: ReadonlyMap<string, number>,
): Durations {
  const terms = observations.map((each) => termOf(each, SHORTEST_DAYS));
  const byProject = groups(terms, ({ project }) => project);
  const byLearner = groups(terms, ({ learner }) => learner);
  const offset = offsetsOf(effort);
  const fit: Fit = {
    course: { mean: 0, variance: PRIOR.course ** 2 },
    projects: new Map(),
    learners: new Map(),
    learnerVariance: PRIOR.learner ** 2,
    taskVariance: PRIOR.task ** 2,
    projectVariance: PRIOR.project ** 2,
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    setCentres(terms, fit, offset);
    fit.course = effectOf(terms, fit.course, PRIOR.course ** 2, fit.taskVariance);
    setCentres(terms, fit, offset);
    for (const [project, own] of byProject)
      fit.projects.set(
        project,
        effectOf(
          own,
          effect(fit.projects.get(project), fit.projectVariance),
          fit.projectVariance,
          fit.taskVariance,
        ),
      );
    setCentres(terms, fit, offset);
    for (const [learner, own] of byLearner)
      fit.learners.set(
        learner,
        effectOf(
          own,
          effect(fit.learners.get(learner), fit.learnerVariance),
          fit.learnerVariance,
          fit.taskVariance,
        ),
      );
    setCentres(terms, fit, offset);
    fit.learnerVariance = varianceOf([...fit.learners.values()], PRIOR.learner ** 2, PRIOR.observations);
    fit.projectVariance = varianceOf([...fit.projects.values()], PRIOR.project ** 2, PRIOR.observations);
    fit.taskVariance = taskVarianceOf(terms, fit);
  }
  return durationsOf(fit, offset, byLearner);
}

function groups<K>(terms: readonly Term[], keyOf: (term: Term) => K): Map<K, Term[]> {
  const all = new Map<K, Term[]>();
  for (const term of terms) {
    const group = all.get(keyOf(term));
    if (group === undefined) all.set(keyOf(term), [term]);
    else group.push(term);
  }
  return all;
}

type OffsetOf = (project: string) => number;

function offsetsOf(effort: ReadonlyMap<string, number>): OffsetOf {
  // A project that is no longer in the course is taken for a usual one.
  const known = [...effort.values()].map(Math.log);
  const usual =
    known.length === 0 ? Math.log(PRIOR.hoursADay) : known.reduce((a, b) => a + b, 0) / known.length;
  const logs = new Map([...effort].map(([project, hours]) => [project, Math.log(hours)]));
  return (project) => (logs.get(project) ?? usual) - Math.log(PRIOR.hoursADay);
}

const effect = (known: Effect | undefined, variance: number): Effect => known ?? { mean: 0, variance };

function setCentres(terms: readonly Term[], fit: Fit, offset: OffsetOf): void {
  for (const term of terms)
    term.centre =
      fit.course.mean +
      offset(term.project) +
      (fit.projects.get(term.project)?.mean ?? 0) +
      (fit.learners.get(term.learner)?.mean ?? 0);
}

function taskVarianceOf(terms: readonly Term[], fit: Fit): number {
  let sum = PRIOR.observations * PRIOR.task ** 2;
  let weight: number = PRIOR.observations;
  for (const term of terms) {
    const { squared, information } = term.squaredResidual(fit.taskVariance);
    const uncertain =
      (fit.learners.get(term.learner)?.variance ?? 0) + (fit.projects.get(term.project)?.variance ?? 0);
    // What is not known yet of a task that is not done says nothing of the spread.
    sum += squared + uncertain * information;
    weight += 1;
  }
  return sum / weight;
}

function durationsOf(fit: Fit, offset: OffsetOf, byLearner: Map<number, Term[]>): Durations {
  const nobody = { mean: 0, variance: fit.learnerVariance };
  const centre = (project: string): Effect => {
    const own = effect(fit.projects.get(project), fit.projectVariance);
    return {
      mean: fit.course.mean + offset(project) + own.mean,
      variance: fit.course.variance + own.variance + fit.taskVariance,
    };
  };
  const together = (a: Effect, b: Effect): LogNormal => ({
    mean: a.mean + b.mean,
    deviation: Math.sqrt(a.variance + b.variance),
  });
  const paceWithout = (learner: number, without: string): Effect => {
    const others = (byLearner.get(learner) ?? []).filter(({ project }) => project !== without);
    const known = fit.learners.get(learner) ?? nobody;
    let pace: Effect = nobody;
    for (let step = 0; step < 3; step += 1)
      pace = effectOf(others, pace, fit.learnerVariance, fit.taskVariance, pace.mean - known.mean);
    return pace;
  };
  return {
    of: (learner, project, without) =>
      together(
        centre(project),
        without === undefined
          ? effect(fit.learners.get(learner), fit.learnerVariance)
          : paceWithout(learner, without),
      ),
    ofOthers: (project) => together(centre(project), nobody),
    spread: { learners: Math.sqrt(fit.learnerVariance), tasks: Math.sqrt(fit.taskVariance) },
    paceOf: (learner) => fit.learners.get(learner) ?? nobody,
  };
}
