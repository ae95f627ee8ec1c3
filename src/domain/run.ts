import { z } from 'zod';

/** A draft is practice; ready for review is an attempt. A run is one or the other from its beginning to its end. */
export const RunKind = z.enum(['practice', 'attempt']);
export type RunKind = z.infer<typeof RunKind>;

/**
 * Where a run (one marking of one submission) stands. `publishing`: its outcome is stored and has only to be said on
 * GitHub. The others after it are final. `recorded`: there was no place to say its outcome; it counts
 * for the next regrade, and as the learner's where it is mastery.
 */
export const RunPhase = z.enum([
  'queued',
  'running',
  'publishing',
  'finished',
  'recorded',
  'superseded',
  'given-up',
]);
export type RunPhase = z.infer<typeof RunPhase>;

/**
 * What a run came to: a marking, a refusal that tells the learner why the submission could not be read, or a failure
 * of ours that further tries did not mend.
 */
export const RunOutcome = z.enum(['marked', 'refused', 'given-up']);
export type RunOutcome = z.infer<typeof RunOutcome>;

/**
 * Why a run was started. `regrade`: the assessment was mended. `sign-off`: a person has had the last word. `peers`: peers were asked, or have
 * said something. `appeal`: the learner asks for a person. `restore`: somebody has changed what we had said.
 */
export const RunCause = z.enum([
  'pull-request',
  'rerun',
  'sweep',
  'regrade',
  'sign-off',
  'peers',
  'appeal',
  'restore',
]);
export type RunCause = z.infer<typeof RunCause>;

/** Why a run was refused or given up; the form of `ErrorReport`, as it is stored. */
export const Problem = z.strictObject({
  code: z.string(),
  audience: z.enum(['learner', 'author', 'operator']),
  message: z.string(),
  fix: z.string(),
  /** Where the pull request's form is not what the rubric asks for: which one it is. Another one is looked at again. */
  form: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Phases in which a run still needs something done. */
export const activePhases = ['queued', 'running', 'publishing'] as const satisfies readonly RunPhase[];

export function isActive(phase: RunPhase): boolean {
  return (activePhases as readonly RunPhase[]).includes(phase);
}
