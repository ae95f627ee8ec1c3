import type { Course } from '../../domain/course/project.ts';
import type { Occasion, Offer, OpenNow } from '../../domain/open-now.ts';
import type { Progress } from '../../domain/progress.ts';
import { projectOf, wornOutProjects } from './parallel-projects.ts';
import { standingsOf } from './standing.ts';

/** What is asked of a course here. */
type Graph = Pick<Course, 'units' | 'projects' | 'policies'>;

/** Feedback names at most a few things at a time; so do offers (brief). */
const AT_MOST = 3;

/**
 * On what occasion a learner is told what else is open to them; null when they are not.
 *
 * @param progress with the attempt that is told of as the last one
 */
function occasionOf({ offerAfterMisses }: Course['policies'], progress: Progress): Occasion | null {
  const last = progress.at(-1);
  if (last === undefined) return null;
  if (last.decision === 'mastered') return 'mastered';
  if (last.decision === 'awaiting-review') return 'waiting';
  const misses = progress.filter(
    ({ project, decision }) => project === last.project && decision === 'not-yet',
  );
  return misses.length >= offerAfterMisses ? 'missed' : null;
}

/**
 * What a learner is told of what else is open to them, on an occasion to tell it.
 *
 * @param progress with the attempt that is told of as the last one
 * @param challenged the ids of units that they may show out of turn
 */
export function openNow(
  course: Graph,
  learner: number,
  progress: Progress,
  challenged: readonly string[] = [],
): OpenNow | null {
  const occasion = occasionOf(course.policies, progress);
  return occasion === null ? null : { occasion, offers: offersFor(course, learner, progress, challenged) };
}

/**
 * What is open to a learner besides the project of their last attempt, at most three things: first a parallel project, where the
 * one at hand has been missed again and again; then units in the course's order; enrichment last, since it is stacked at the end.
 */
function offersFor(
  { units, projects }: Graph,
  learner: number,
  progress: Progress,
  challenged: readonly string[],
): Offer[] {
  const atHand = progress.at(-1)?.project ?? null;
  const wornOut = wornOutProjects(progress);
  const open = standingsOf(units, progress, challenged).flatMap(({ unit, state }): Offer[] => {
    const slug = state === 'open' ? projectOf(unit, learner, wornOut) : null;
    if (slug === null || slug === atHand) return [];
    const project = { slug, title: projects.get(slug)?.rubric.title ?? slug };
    if (atHand === null || !unit.projects.includes(atHand))
      return [{ kind: unit.enrichment ? 'enrichment' : 'unit', unit, project }];
    // Of the unit at hand another project is offered only where this one has been of no help.
    return wornOut.includes(atHand) && !wornOut.includes(slug) ? [{ kind: 'parallel', unit, project }] : [];
  });
  const order = ['parallel', 'unit', 'enrichment'];
  return open.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)).slice(0, AT_MOST);
}
