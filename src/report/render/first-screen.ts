import type { ListItem, RootContent } from 'mdast';
import { quoted } from '../../domain/marked-text.ts';
import type { OpenNow } from '../../domain/open-now.ts';
import type { Feedback } from '../../domain/results.ts';
import { FIRST_SCREEN_MOST } from './limits.ts';
import { heading, item, list, paragraph, print, strong, text } from './markdown.ts';
import { nextStep } from './next-step.ts';
import { criteriaOf, mayAppeal, type Outcome, type Subject } from './outcome.ts';
import { phrases } from './phrases.ts';
import { prose } from './prose.ts';

/** How much of each thing the first screen shows. */
interface Room {
  /** Characters of each text of the first step, and of those after it: the first matters most. */
  first: number;
  others: number;
  names: number;
  steps: number;
  links: boolean;
}

/** Where there is room for everything. */
export const GENEROUS: Room = { first: Infinity, others: Infinity, names: 12, steps: 3, links: true };

// From generous to narrow; the first that fits is taken. Two steps that can be understood are better than three that
// are cut to pieces. What is left out here stands whole further down.
const ROOMS: Room[] = [
  GENEROUS,
  { first: Infinity, others: 200, names: 5, steps: 3, links: true },
  { first: 240, others: 150, names: 4, steps: 3, links: true },
  { first: 180, others: 120, names: 3, steps: 3, links: true },
  { first: Infinity, others: Infinity, names: 4, steps: 2, links: true },
  { first: Infinity, others: 220, names: 4, steps: 2, links: true },
  { first: 260, others: 180, names: 3, steps: 2, links: true },
  { first: 200, others: 150, names: 3, steps: 2, links: true },
  { first: 160, others: 110, names: 2, steps: 2, links: true },
  { first: 140, others: 90, names: 2, steps: 2, links: true },
  { first: 300, others: 80, names: 2, steps: 1, links: true },
  { first: 120, others: 80, names: 1, steps: 1, links: true },
  { first: 80, others: 80, names: 1, steps: 1, links: false },
  { first: 50, others: 40, names: 1, steps: 1, links: false },
];

/**
 * What is seen before anything is unfolded: the decision, what works, at most three next steps. At most
 * {@link FIRST_SCREEN_MOST} characters of Markdown, however long the texts are.
 */
export function firstScreen(subject: Subject, outcome: Outcome): RootContent[] {
  const rooms = ROOMS.map((room) => () => blocks(subject, outcome, room));
  const fitting = rooms.find((draw) => print(draw()).length <= FIRST_SCREEN_MOST - RESERVED) ?? rooms.at(-1);
  return fitting?.() ?? [];
}

/** Longer words stand whole where they were written. */
const SAID_MOST = 500;

// For the marker above the comment.
const RESERVED = 50;

function blocks(subject: Subject, outcome: Outcome, room: Room): RootContent[] {
  const { marking } = subject;
  return [
    { ...heading(2, outcome.heading), children: prose(outcome.heading, room.first) },
    ...outcome.lead.map((words) => paragraph(...prose(words, Math.max(room.first, 320)))),
    ...said(outcome, room),
    ...(marking.untouchedStarter && outcome.kind !== 'mastered'
      ? start(subject, room)
      : [
          ...names(phrases.newlyMet, newlyMet(subject), room),
          ...names(phrases.works, metTitles(subject), room),
          ...steps(
            marking.feedback.slice(0, room.steps),
            stepsHeading(subject, outcome, room),
            subject,
            room,
          ),
          ...names(phrases.volunteers, (subject.volunteers ?? []).map(quoted), room),
        ]),
    ...shownBefore(subject, outcome, room),
    ...openNow(subject, outcome, room),
    ...dueNow(subject, outcome, room),
    paragraph(...prose(closing(subject, outcome, room).join(' '))),
  ];
}

/** The last line: what else there is, and which commit it is all about. */
function closing(subject: Subject, outcome: Outcome, room: Room): string[] {
  const commit = phrases.commit(quoted(subject.headSha.slice(0, 7)));
  return [...moreOpen(subject, room), ...askAPerson(subject, outcome), commit];
}

/** How to ask for a person, where one can be asked. */
export function askAPerson(subject: Subject, { kind }: Outcome): string[] {
  return mayAppeal(kind, subject) ? [phrases.appeal.how(quoted('/touchstone appeal <why>'))] : [];
}

/** What is open besides the steps that are shown: nobody should take them for all. */
function moreOpen({ marking }: Subject, { steps }: Room): string[] {
  const shown = Math.min(steps, marking.feedback.length);
  const open = criteriaOf(marking).filter(({ met }) => !met).length;
  const isOne = marking.feedback.some(
    ({ title }) => !criteriaOf(marking).some((each) => each.title === title),
  );
  return marking.untouchedStarter || shown === 0 || isOne || open <= shown
    ? []
    : [phrases.moreOpen(open - shown)];
}

/** The words of a person, as a quotation in which nothing but code has a meaning. */
function said({ said: words }: Outcome, room: Room): RootContent[] {
  if (words === null || words.trim() === '') return [];
  return [
    paragraph(strong([text(phrases.said)])),
    { type: 'blockquote', children: [paragraph(...prose(words, Math.min(room.first, SAID_MOST)))] },
  ];
}

/** What was mastered stays so; that it is missing here is a reason to offer help, and is said as one. */
function shownBefore({ missingAgain = [] }: Subject, { kind }: Outcome, room: Room): RootContent[] {
  if (kind === 'mastered' || kind === 'practice') return [];
  const skills = missingAgain.map((skill) => skill.replaceAll('-', ' '));
  return names(phrases.shownBefore, skills, room);
}

/** What else is open to the learner; of practice nothing is decided, so it is no occasion. */
export function openNow({ open }: Subject, { kind }: Outcome, room: Room): RootContent[] {
  if (open === undefined || open === null || kind === 'practice') return [];
  return names(phrases.open.lead[open.occasion], open.offers.map(offer), room);
}

/** While there is something to do on the work at hand, nothing else is brought up. */
function dueNow({ due }: Subject, { kind }: Outcome, room: Room): RootContent[] {
  if (due === undefined || due === null || (kind !== 'mastered' && kind !== 'awaiting-review')) return [];
  const { title, waits, comesAgain } = due;
  const { stands, waitsIn, again, talk } = phrases.due;
  const way = waits === null ? (comesAgain ? again : talk) : waitsIn(quoted(waits));
  return [
    paragraph(
      strong([text(phrases.due.lead)]),
      text(' '),
      ...prose(`${stands(title)} ${way}`, Math.max(room.others, 300)),
    ),
  ];
}

function offer({ kind, unit, project }: OpenNow['offers'][number]): string {
  return phrases.open[kind](project.title, quoted(project.slug), unit.effortHours);
}

function stepsHeading({ marking }: Subject, { kind }: Outcome, room: Room): string {
  if (kind === 'mastered' || kind === 'awaiting-review') return phrases.furtherSteps;
  const shown = Math.min(marking.feedback.length, room.steps);
  return shown === 1 ? phrases.nextSteps.one : phrases.nextSteps.many;
}

// Of an untouched starter every test fails, and what each of them saw says nothing: the task itself does.
function start({ project }: Subject, room: Room): RootContent[] {
  const criteria = project.rubric.stages.flatMap((stage) => stage.criteria);
  const first = criteria.find(({ essential }) => essential) ?? criteria[0];
  const goal = paragraph(
    strong([text(phrases.start.goal)]),
    text(' '),
    ...prose(project.rubric.summary, room.first),
  );
  if (first === undefined) return [goal];
  return [
    goal,
    paragraph(...prose(phrases.start.brief)),
    list([
      item(paragraph(strong(prose(first.title, room.first)), text('. '), ...prose(first.why, room.first))),
    ]),
  ];
}

const metTitles = ({ marking }: Subject) =>
  criteriaOf(marking).flatMap(({ met, title }) => (met ? [title] : []));

/** Criteria, not tests: another form has other ones. Practice saw some of a criterion's tests alone, so one of those must have failed before. */
function newlyMet({ marking, previous }: Subject): string[] {
  if (previous === null || previous === undefined) return [];
  const missed = new Map(
    previous.stages.flatMap(({ criteria }) =>
      criteria.flatMap(({ id, met, evidence }) => (met ? [] : [[id, evidence] as const])),
    ),
  );
  return criteriaOf(marking).flatMap(({ id, met, title, evidence }) => {
    const before = missed.get(id);
    if (!met || before === undefined) return [];
    const failed = new Set(before.filter(({ status }) => status !== 'passed').map((item) => item.id));
    return marking.partial && !evidence.some((item) => failed.has(item.id)) ? [] : [title];
  });
}

function names(lead: string, titles: string[], room: Room): RootContent[] {
  if (titles.length === 0) return [];
  const shown = titles.slice(0, room.names);
  const rest = titles.length - shown.length;
  const all = [...shown, ...(rest === 0 ? [] : [phrases.andMore(rest)])];
  const separated = all.flatMap((title, index) => [
    ...(index === 0 ? [] : [text('; ')]),
    ...prose(title, room.others),
  ]);
  return [paragraph(strong([text(lead)]), text(' '), ...separated)];
}

function steps(feedback: Feedback[], title: string, subject: Subject, room: Room): RootContent[] {
  if (feedback.length === 0) return [];
  const items = feedback.map((entry, index) =>
    step(entry, subject, index === 0 ? room.first : room.others, room.links),
  );
  return [heading(3, title), list(items, { ordered: true, spread: true })];
}

function step(feedback: Feedback, { project }: Subject, most: number, links: boolean): ListItem {
  const criterion = project.rubric.stages
    .flatMap(({ criteria }) => criteria)
    .find(({ id }) => id === feedback.criterion);
  const essential = criterion?.essential === true && criterion.title === feedback.title;
  return item(
    paragraph(strong(prose(feedback.title, most)), ...(essential ? [text(` (${phrases.essential})`)] : [])),
    paragraph(...prose(feedback.what, most)),
    paragraph(strong([text(phrases.why)]), text(' '), ...prose(feedback.why, most)),
    ...(feedback.next === '' ? [] : [nextStep(feedback, { most, links })]),
  );
}
