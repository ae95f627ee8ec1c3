import { hazard } from './distribution.ts';

/** How long a learner has needed for a project, or has been at it so far: working days on which it was in their court. */
export interface Observation {
  learner: number;
  project: string;
  days: number;
  done: boolean;
}

/** What an observation says of where the centre of its distribution lies. */
export interface Term {
  learner: number;
  project: string;
  /** Where it is now thought to lie: a logarithm of days. */
  centre: number;
  /** The slope of its log-likelihood at `centre + shift`, and its curvature, both at a variance of the distribution. */
  slope(variance: number, shift: number): { slope: number; information: number };
  /** The square of how far it is from the centre, as expected by what is known of it. */
  squaredResidual(variance: number): { squared: number; information: number };
}

/** @param shortest what is shorter counts as this, in days */
export function termOf({ learner, project, days, done }: Observation, shortest: number): Term {
  const log = Math.log(Math.max(days, shortest));
  const term: Term = {
    learner,
    project,
    centre: 0,
    slope: (variance, shift) => {
      const residual = log - term.centre - shift;
      if (done) return { slope: residual / variance, information: 1 / variance };
      const deviation = Math.sqrt(variance);
      const z = residual / deviation;
      const h = hazard(z);
      return { slope: h / deviation, information: (h * (h - z)) / variance };
    },
    squaredResidual: (variance) => {
      const residual = log - term.centre;
      if (done) return { squared: residual ** 2, information: 1 };
      const z = residual / Math.sqrt(variance);
      const h = hazard(z);
      return { squared: variance * (1 + z * h), information: h * (h - z) };
    },
  };
  return term;
}
