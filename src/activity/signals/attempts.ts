import type { Struggle } from '../../domain/course/struggle.ts';
import type { ProjectAccount } from '../account/learner-account.ts';
import { counted, shown, type Level, type Signal } from './signal.ts';

/**
 * Attempts in a row that met no further essential criterion, beyond what is normal for the project. Beck & Gong, 'Wheel-spinning: students who
 * fail to master a skill' (AIED 2013): whoever has not mastered a skill within ten opportunities mostly never does. The two thresholds below
 * ten leave time to help before that.
 *
 * @param normal how many attempts without gain those who master the project have in a row, usually
 */
export function attemptsSignal(
  { project, attempts }: Pick<ProjectAccount, 'project' | 'attempts'>,
  normal: number,
  thresholds: Struggle['attempts'],
): Signal | null {
  if (thresholds === false) return null;
  const without = attempts.withoutGain.length;
  const level = levelOf(without - normal, thresholds);
  if (level === null) return null;
  return {
    signal: 'attempts',
    level,
    project,
    numbers: { without, normal, more: without - normal },
    sentence: `${counted(without, 'attempt')} in a row met no further essential criterion; ${shown(normal)} in a row is normal for this project.`,
  };
}

function levelOf(more: number, { watch, alert, person }: Exclude<Struggle['attempts'], false>): Level | null {
  if (more >= person) return 'person';
  if (more >= alert) return 'alert';
  return more >= watch ? 'watch' : null;
}
