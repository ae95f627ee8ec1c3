import type { Roster, Standing } from './roster.ts';

/**
 * What somebody is towards one learner's work. `learner`: it is theirs. `peer`: they were asked to review it. `staff` and `lead`: by the
 * roster. `operator`: whoever has the settings and the database. A tutor helps, and is otherwise a learner like the others.
 */
export const PARTS = ['learner', 'peer', 'staff', 'lead', 'operator'] as const;
export type Part = (typeof PARTS)[number];

/** What there is to see of a learner. */
export const THINGS = {
  result: 'the decision, the next steps and the evidence of a pull request',
  'hidden-tests': 'what hidden tests put in and expected',
  record: 'the mastery record: attempts, correctives, sessions, reviews',
  contradictions: 'skills that a later project lacks',
  queue: 'what waits for staff, and why it stands where it stands',
  'review-hints': 'what a review by a member of staff lacked',
  agreement: 'how far people and the marking agree',
  teachers: 'how far staff agree among themselves',
  similarity: 'what work has in common with other work',
  'personal-data': 'all that is kept of the learner, as it stands in the database',
} as const;
export type Thing = keyof typeof THINGS;

/** Who sees what. Whoever is not named sees nothing; the staff guide shows the same table. */
export const RIGHTS: Readonly<Record<Thing, readonly Part[]>> = {
  result: ['learner', 'peer', 'staff', 'lead', 'operator'],
  'hidden-tests': ['operator'],
  record: ['learner', 'staff', 'lead', 'operator'],
  contradictions: ['learner', 'staff', 'lead', 'operator'],
  queue: ['staff', 'lead', 'operator'],
  'review-hints': ['staff', 'operator'],
  agreement: ['staff', 'lead', 'operator'],
  teachers: ['lead', 'operator'],
  similarity: ['staff', 'lead', 'operator'],
  'personal-data': ['learner', 'operator'],
};

/** Whether everybody who reads something may see a thing: what stands on a pull request, all see who are there. */
export function mayAllSee(thing: Thing, readers: readonly Part[]): boolean {
  return readers.every((part) => RIGHTS[thing].includes(part));
}

/** Whether somebody with these parts may see a thing. */
export function maySee(thing: Thing, parts: ReadonlySet<Part>): boolean {
  return RIGHTS[thing].some((part) => parts.has(part));
}

/** Those who do something about work on its pull request. Leads are staff too. */
export type Doer = Extract<Part, 'learner' | 'staff'>;

/** Who may do what: every command, by its name, and what else people do. The staff guide shows the same for the commands. */
export const DEEDS = {
  help: ['learner', 'staff'],
  mark: ['learner', 'staff'],
  explain: ['learner', 'staff'],
  approve: ['staff'],
  'request-changes': ['staff'],
  'request-review': ['learner', 'staff'],
  appeal: ['learner'],
  challenge: ['learner'],
  start: ['learner'],
  retake: ['learner', 'staff'],
  leave: ['learner', 'staff'],
  claim: ['staff'],
  snooze: ['staff'],
  session: ['staff'],
  useful: ['staff'],
  'second-look': ['staff'],
} as const satisfies Record<string, readonly Doer[]>;
export type Deed = keyof typeof DEEDS;

/** Whether somebody with these parts may do something. */
export function mayDo(deed: Deed, parts: ReadonlySet<Part>): boolean {
  return DEEDS[deed].some((part) => parts.has(part));
}

/** Whether somebody has the say of a member of staff: leads are staff too. */
export function isStaff(standing: Pick<Standing, 'roles'> | undefined): boolean {
  return standing !== undefined && (standing.roles.has('staff') || standing.roles.has('lead'));
}

/** Whether the school names somebody as a learner. */
export function isLearner({ roles }: Pick<Standing, 'roles'>): boolean {
  return roles.has('learner');
}

/** Whether somebody has volunteered to help learners. */
export function isVolunteer({ roles }: Pick<Standing, 'roles'>): boolean {
  return roles.has('tutor');
}

/** Whether somebody's review is that of a peer, where they have mastered the project: what staff say is not. */
export function mayBePeer(standing: Pick<Standing, 'roles'>): boolean {
  return !isStaff(standing) && (isLearner(standing) || isVolunteer(standing));
}

/**
 * Whether somebody is a learner of the school: where the course says nowhere who its learners are, everybody who hands something in is
 * one. Where it does, whoever it does not name is nobody: their work is looked at, and no person's time or repository is theirs.
 */
export function mayLearn(id: number, roster: Roster): boolean {
  const named = roster.namesLearners ?? [...roster.values()].some(isLearner);
  return !named || roster.has(id);
}

/** The number of no account: in the place of a learner, where something is about all of them. */
export const NOBODY = 0;

/** What somebody is towards the work of a learner, by their numbers on GitHub and by the roster; nothing where they are nobody there. */
export function partsOf(id: number, learner: number, roster: Roster): Set<Part> {
  const standing = roster.get(id);
  return new Set<Part>([
    ...(id === learner && mayLearn(id, roster) ? (['learner'] as const) : []),
    ...(isStaff(standing) ? (['staff'] as const) : []),
    ...(standing?.roles.has('lead') === true ? (['lead'] as const) : []),
  ]);
}
