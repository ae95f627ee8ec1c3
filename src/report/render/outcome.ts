import type { Project } from '../../domain/course/project.ts';
import { quoted, unmarked } from '../../domain/marked-text.ts';
import type { CriterionResult, Marking, StageResult } from '../../domain/results.ts';
import type { Signed } from '../../domain/signed.ts';
import type { PeersSeen } from '../../domain/peers.ts';
import type { DueNow, OpenNow } from '../../domain/open-now.ts';
import type { CheckReport } from '../../domain/report.ts';
import { openStages } from '../../domain/open-stages.ts';
import { cut } from '../../domain/visible-text.ts';
import { TITLE_MOST } from './limits.ts';
import { peersLead } from './peers-lead.ts';
import { phrases } from './phrases.ts';
import { recheckResult } from './recheck.ts';

/** What there is to render of one marking. */
export interface Subject {
  project: Pick<Project, 'slug' | 'rubric' | 'reviewGuide'>;
  marking: Marking;
  /** Full commit id that was marked. */
  headSha: string;
  /** A draft is practice: it never gets a decision, whatever the marking holds. */
  draft: boolean;
  /** What was found of the learner's last attempt or practice, to say what is new since. */
  previous?: Marking | null;
  /** What a person has said last on the pull request. */
  signed?: Signed | null;
  /** The learner has asked for a person, and none has looked yet. */
  appealed?: boolean;
  /** What peers do and have said; null where there are none. */
  peers?: PeersSeen | null;
  /** What else is open to the learner, where there is an occasion to say it. */
  open?: OpenNow | null;
  /** Whose it is is a learner of the school; by default they are. */
  isLearner?: boolean;
  /** A mastered project that is due to be looked at again, where there is an occasion to say it. */
  due?: DueNow | null;
  /** It is a re-check of what was mastered some weeks ago. */
  isRecheck?: boolean;
  /** Everybody can see it: only the decision and the next steps are shown. */
  isPublic?: boolean;
  /** Skills that were mastered in other projects, and that this work lacks. */
  missingAgain?: readonly string[];
  /** What they are called who may be asked to work with the learner. */
  volunteers?: readonly string[];
}

/** Whether a person can be asked to look: at every 'not yet', until one is asked for. */
export function mayAppeal(kind: OutcomeKind, { appealed, isRecheck, isLearner }: Subject): boolean {
  return kind === 'not-yet' && appealed !== true && isRecheck !== true && isLearner !== false;
}

export type OutcomeKind = 'mastered' | 'not-yet' | 'awaiting-review' | 'practice';

/** What a marking comes to on GitHub, in the few words that everything else is built around. */
export interface Outcome {
  kind: OutcomeKind;
  conclusion: NonNullable<CheckReport['conclusion']>;
  title: string;
  heading: string;
  lead: string[];
  /** What the member of staff wrote who has had the last word: a foreign text. */
  said: string | null;
}

export const CONCLUSIONS = {
  mastered: 'success',
  'not-yet': 'failure',
  'awaiting-review': 'action_required',
  practice: 'action_required',
} as const;

/** The criteria of the stages to look at now; while the work does not do what it should, its style is for later. */
export const criteriaOf = (marking: Marking): CriterionResult[] =>
  openStages(marking.stages).now.flatMap(({ criteria }) => criteria);

/** A stage that broke is never the learner's doing, so nothing may be said about the work. */
const brokenStage = (marking: Marking): StageResult | undefined =>
  marking.stages.find(({ status }) => status === 'broken');

/** Null when there is nothing to say about the work: no decision, and yet no practice. */
export function outcomeOf({
  project,
  marking,
  draft,
  signed,
  appealed,
  isRecheck,
  peers,
  isPublic,
}: Subject): Outcome | null {
  const practice = draft || marking.partial;
  const lastWord = !practice && marking.decision !== null && signed?.holds === true ? signed : null;
  const kind = practice ? 'practice' : (lastWord?.says ?? marking.decision);
  if (kind === null || brokenStage(marking) !== undefined) return null;
  if (isRecheck === true && kind !== 'practice') return recheckOutcome(kind, project);
  const criteria = criteriaOf(marking);
  const counts = { met: criteria.filter(({ met }) => met).length, of: criteria.length };
  const words =
    lastWord?.says === 'not-yet' ? phrases.title.notYetByStaff : titleOf(kind, { project, marking }, counts);
  const title = cut(unmarked(words), TITLE_MOST);
  return {
    kind,
    conclusion: CONCLUSIONS[kind],
    title,
    heading: headingOf(kind, project.rubric.title),
    lead: [
      ...(practice ? [] : [...regradedOf(marking), ...voidOf(signed)]),
      ...(lastWord === null
        ? leadOf(kind, { project, marking, draft }, counts)
        : signedOf(lastWord, { project, marking })),
      ...(kind === 'not-yet' && appealed === true ? [phrases.appeal.asked] : []),
      ...(kind === 'awaiting-review' ? peersLead(peers, isPublic) : []),
    ],
    said: lastWord?.why ?? null,
  };
}

/** What a person would have to say of new work was said when it was mastered. */
function recheckOutcome(kind: OutcomeKind, project: Subject['project']): Outcome {
  const found = kind !== 'not-yet';
  const { title, lead } = recheckResult(found, project);
  const shown = found ? 'mastered' : 'not-yet';
  return {
    kind: shown,
    conclusion: CONCLUSIONS[shown],
    title: cut(title, TITLE_MOST),
    heading: title,
    lead: [lead],
    said: null,
  };
}

/** Why there is something to read about a commit that nobody has touched. */
function regradedOf({ decision, regraded }: Marking): string[] {
  if (regraded === undefined) return [];
  return [regraded.before === decision ? phrases.regraded.sameDecision : phrases.regraded.anotherDecision];
}

/** A newer push makes void what was said of an earlier commit, and nobody should have to guess that. */
function voidOf(signed: Signed | null | undefined): string[] {
  return signed?.holds === false && signed.says === 'mastered' ? [phrases.lead.signedBefore] : [];
}

function signedOf({ says, by }: Signed, work: Work): string[] {
  const { signedOff, notYetByStaff } = phrases.lead;
  return [
    says === 'mastered'
      ? signedOff(quoted(by), skillsOf(work.project, work.marking))
      : notYetByStaff(quoted(by)),
  ];
}

type Work = Pick<Subject, 'project' | 'marking'>;
type DraftOrNot = Pick<Subject, 'draft'>;
interface Counts {
  met: number;
  of: number;
}

function titleOf(kind: OutcomeKind, { project, marking }: Work, { met, of }: Counts): string {
  const { title } = phrases;
  const [first] = marking.feedback;
  switch (kind) {
    case 'mastered':
      return title.mastered(project.rubric.title);
    case 'awaiting-review':
      return title.awaitingReview(project.rubric.title);
    case 'not-yet':
      if (marking.untouchedStarter) return title.untouched;
      return first === undefined ? title.notYetWithoutStep(project.rubric.title) : title.notYet(first.title);
    case 'practice':
      if (marking.untouchedStarter) return title.practiceUntouched;
      return of === 0 ? title.practiceWithoutTests : title.practice(met, of);
  }
}

function headingOf(kind: OutcomeKind, project: string): string {
  const { heading } = phrases;
  const words = {
    mastered: heading.mastered,
    'not-yet': heading.notYet,
    'awaiting-review': heading.awaitingReview,
    practice: heading.practice,
  };
  return words[kind](project);
}

function leadOf(
  kind: OutcomeKind,
  { project, marking, draft }: Work & DraftOrNot,
  { met, of }: Counts,
): string[] {
  const { lead } = phrases;
  switch (kind) {
    case 'mastered':
      return [lead.mastered(skillsOf(project, marking))];
    case 'awaiting-review':
      if (marking.madeWith?.personMustLook === true) return [lead.personMustLook];
      return [
        marking.doubts.some((doubt) => doubt.kind === 'borderline')
          ? lead.closeToTheLevel
          : lead.awaitingReview,
      ];
    case 'not-yet':
      if (marking.untouchedStarter) return [lead.untouched];
      return [worksAlready(marking) ?? lead.notYet(met, of)];
    case 'practice':
      if (marking.untouchedStarter) return [draft ? lead.practiceUntouched : lead.untouched];
      if (of === 0) return [lead.practiceWithoutTests];
      if (!draft) return [lead.publicOnly(met, of)];
      return [lead.practice(met, of), ...(of > 0 && met === of ? [lead.practiceAllMet] : [])];
  }
}

/** Of work that does what it should, and is not yet written as it should be, the first is said first. */
function worksAlready({ stages }: Marking): string | null {
  const { now } = openStages(stages);
  const last = now.at(-1);
  if (now.length < 2 || last?.id !== 'style' || last.met) return null;
  const met = last.criteria.filter((criterion) => criterion.met).length;
  return phrases.lead.works(met, last.criteria.length);
}

// Skills are named by slugs, such as `pure-functions`; only what was met was shown.
function skillsOf({ rubric }: Work['project'], marking: Marking): string {
  const met = new Set(criteriaOf(marking).flatMap(({ id, met: isMet }) => (isMet ? [id] : [])));
  const skills = rubric.stages
    .flatMap(({ criteria }) => criteria)
    .filter(({ id }) => met.has(id))
    .flatMap((criterion) => criterion.skills.map((skill) => skill.replaceAll('-', ' ')));
  return new Intl.ListFormat('en').format(new Set(skills));
}
