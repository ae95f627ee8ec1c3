import type { ListItem, RootContent } from 'mdast';
import { quoted } from '../../domain/marked-text.ts';
import type { Feedback } from '../../domain/results.ts';
import { FIRST_SCREEN_MOST } from './limits.ts';
import { heading, item, link, list, paragraph, print, strong, text } from './markdown.ts';
import { criteriaOf, type Outcome, type Subject } from './outcome.ts';
import { phrases } from './phrases.ts';
import { prose } from './prose.ts';

/** How much of each thing the first screen shows. Characters for texts; how many for names and steps. */
interface Room {
  text: number;
  names: number;
  steps: number;
  links: boolean;
}

// From generous to narrow; the first that fits is taken. What is shortened here stands whole further down.
const ROOMS: Room[] = [
  { text: Infinity, names: 12, steps: 3, links: true },
  { text: 240, names: 8, steps: 3, links: true },
  { text: 180, names: 6, steps: 3, links: true },
  { text: 130, names: 4, steps: 3, links: true },
  { text: 100, names: 2, steps: 3, links: true },
  { text: 100, names: 2, steps: 2, links: true },
  { text: 100, names: 2, steps: 1, links: true },
  { text: 80, names: 1, steps: 1, links: false },
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

// For the marker above the comment.
const RESERVED = 50;

function blocks(subject: Subject, outcome: Outcome, room: Room): RootContent[] {
  const { marking, headSha } = subject;
  const quiet = marking.untouchedStarter && outcome.kind !== 'mastered';
  return [
    { ...heading(2, outcome.heading), children: prose(outcome.heading, room.text) },
    ...outcome.lead.map((words) => paragraph(...prose(words, Math.max(room.text, 320)))),
    ...(quiet ? [] : names(phrases.newlyMet, newlyMet(subject), room)),
    ...(quiet ? [] : names(phrases.works, metTitles(subject), room)),
    ...steps(
      marking.feedback.slice(0, quiet ? 1 : room.steps),
      stepsHeading(subject, outcome),
      subject,
      room,
    ),
    paragraph(...prose(closing(headSha, outcome))),
  ];
}

function closing(headSha: string, outcome: Outcome): string {
  const commit = phrases.commit(quoted(headSha.slice(0, 7)));
  return outcome.kind === 'not-yet' ? `${phrases.pushAgain} ${commit}` : commit;
}

function stepsHeading({ marking }: Subject, { kind }: Outcome): string {
  if (kind === 'mastered' || kind === 'awaiting-review') return phrases.furtherSteps;
  if (marking.untouchedStarter) return phrases.nextSteps.first;
  return marking.feedback.length === 1 ? phrases.nextSteps.one : phrases.nextSteps.many;
}

const metTitles = ({ marking }: Subject) =>
  criteriaOf(marking).flatMap(({ met, title }) => (met ? [title] : []));

function newlyMet({ marking, previous }: Subject): string[] {
  if (previous === null || previous === undefined) return [];
  const missed = new Set(criteriaOf(previous).flatMap(({ id, met }) => (met ? [] : [id])));
  return criteriaOf(marking).flatMap(({ id, met, title }) => (met && missed.has(id) ? [title] : []));
}

function names(lead: string, titles: string[], room: Room): RootContent[] {
  if (titles.length === 0) return [];
  const shown = titles.slice(0, room.names);
  const rest = titles.length - shown.length;
  const all = [...shown, ...(rest === 0 ? [] : [phrases.andMore(rest)])];
  const separated = all.flatMap((title, index) => [
    ...(index === 0 ? [] : [text('; ')]),
    ...prose(title, room.text),
  ]);
  return [paragraph(strong([text(lead)]), text(' '), ...separated)];
}

function steps(feedback: Feedback[], title: string, subject: Subject, room: Room): RootContent[] {
  if (feedback.length === 0) return [];
  const items = feedback.map((entry) => step(entry, subject, room));
  return [heading(3, title), list(items, { ordered: true, spread: true })];
}

function step(feedback: Feedback, { project, marking }: Subject, room: Room): ListItem {
  const criterion = project.rubric.stages
    .flatMap(({ criteria }) => criteria)
    .find(({ id }) => id === feedback.criterion);
  const essential = criterion?.essential === true && criterion.title === feedback.title;
  const reading = room.links && feedback.read !== null ? link(feedback.read, phrases.readOn) : null;
  return item(
    paragraph(
      strong(prose(feedback.title, room.text)),
      ...(essential ? [text(` (${phrases.essential})`)] : []),
    ),
    // Of an untouched starter every test fails: what each of them saw says nothing.
    ...(marking.untouchedStarter ? [] : [paragraph(...prose(feedback.what, room.text))]),
    paragraph(strong([text(phrases.why)]), text(' '), ...prose(feedback.why, room.text)),
    ...(feedback.next === ''
      ? []
      : [
          paragraph(
            strong([text(phrases.next)]),
            text(' '),
            ...prose(feedback.next, room.text),
            ...(reading === null ? [] : [text(' '), reading]),
          ),
        ]),
  );
}
