import type { KnownWork, WorkStore } from '../index/work-store.ts';

/** Works that are compared with one: it is seconds of work, beside everything else. */
const NEAR = 24;
const LATEST = 40;
/** They tell what is rare. */
const EARLIER = 24;
const ELSEWHERE = 16;

/** Learners of a school without cohorts who hand in within this time learn side by side (our choice: a term). */
const TERM_MS = 120 * 24 * 60 * 60 * 1000;

/** What one work is compared with. */
export interface ComparedWorks {
  /** The work itself, those that share something with it, from whichever cohort, and others of its cohort. */
  works: readonly KnownWork[];
  /** Others of earlier cohorts. */
  history: readonly KnownWork[];
  /** Works for other projects. */
  background: readonly KnownWork[];
}

/** Chooses what a work is compared with: bounded, however many works there are. Null where it is in the index no more. */
export async function chooseWorks(
  store: Pick<WorkStore, 'of' | 'neighbours' | 'latest' | 'elsewhere' | 'read'>,
  { project, learnerId, sketch }: { project: string; learnerId: number; sketch: readonly number[] },
): Promise<ComparedWorks | null> {
  const own = await store.of(project, learnerId);
  if (own === null) return null;
  const near = await store.neighbours(project, learnerId, sketch, NEAR);
  const latest = await store.latest(project, learnerId, LATEST + EARLIER);
  const found = await store.read([...new Set([...near.map(({ id }) => id), ...latest])]);
  const isNear = new Set(near.map(({ id }) => id));
  const others = found
    .filter(({ id }) => !isNear.has(id))
    .toSorted((a, b) => b.handedInAt - a.handedInAt || b.id - a.id);
  const beside = others.filter((each) => isOfOneCohort(own, each)).slice(0, LATEST);
  return {
    works: [own, ...found.filter(({ id }) => isNear.has(id)), ...beside],
    history: others.filter((each) => !beside.includes(each)).slice(0, EARLIER),
    background: await store.elsewhere(project, ELSEWHERE),
  };
}

type Cohorted = Pick<KnownWork, 'cohort' | 'handedInAt'>;

const isOfOneCohort = (one: Cohorted, two: Cohorted): boolean =>
  one.cohort === two.cohort && (one.cohort !== null || Math.abs(one.handedInAt - two.handedInAt) <= TERM_MS);
