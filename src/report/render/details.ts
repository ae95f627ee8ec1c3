import type { RootContent } from 'mdast';
import { quoted } from '../../domain/marked-text.ts';
import type { StageResult } from '../../domain/results.ts';
import { openStages } from '../../domain/open-stages.ts';
import { criteriaSections } from './criteria.ts';
import type { Detail } from './detail.ts';
import { heading, item, list, paragraph, print, strong } from './markdown.ts';
import type { Subject } from './outcome.ts';
import { phrases } from './phrases.ts';
import { peerGuide, peerParts } from './peers.ts';
import { inlineCode, prose } from './prose.ts';
import { drawSections, type Section } from './sections.ts';

// Files that were left out may fill a third at most; criteria and tests take what the others leave.
const DROPPED_SHARE = 3;

/**
 * All criteria with what was found, what is for later, what tried to change the rules, the files that were left out and why, and how marking
 * works, in `room` characters.
 */
export function details(subject: Subject, room: number): Detail[] {
  const { project, marking } = subject;
  const how: Detail = { heading: phrases.how.heading, blocks: howMarkingWorks(project) };
  const left = room - print(how.blocks).length;
  const dropped = droppedFiles(marking.dropped, Math.floor(left / DROPPED_SHARE));
  const people = [...forReviewer(subject), ...peerParts(subject)];
  const used = sizeOf([...dropped, ...people]);
  const attempted = attempts(marking.stages, Math.floor(left / DROPPED_SHARE));
  const { now, later } = openStages(marking.stages);
  const space = left - used - sizeOf(attempted);
  const criteria = drawn(criteriaSections(marking, now, project.rubric), space, phrases.criteria.leftOut);
  const forLater = laterStages(subject, later, space - print(criteria).length);
  return [
    ...people,
    ...(criteria.length === 0 ? [] : [{ heading: phrases.criteria.heading, blocks: criteria }]),
    ...forLater,
    ...attempted,
    ...dropped,
    how,
  ];
}

/** What everybody may see: what the rubric asks of people who look at it, and how marking works. None of it is about the work. */
export const publicDetails = (subject: Subject): Detail[] => [
  ...forReviewer(subject),
  ...peerGuide(subject),
  { heading: phrases.how.heading, blocks: howMarkingWorks(subject.project) },
];

const sizeOf = (parts: readonly Detail[]): number =>
  parts.reduce((sum, { blocks }) => sum + print(blocks).length, 0);

/** While a person has yet to look: what the rubric asks them to look at. The learner has it in the brief, and may well read it here. */
function forReviewer({ project, marking, draft }: Subject): Detail[] {
  if (draft || marking.decision !== 'awaiting-review') return [];
  const criteria = project.rubric.stages.flatMap((stage) => (stage.id === 'review' ? stage.criteria : []));
  if (criteria.length === 0) return [];
  const items = criteria.map(({ title, evidence }) =>
    item(
      paragraph(strong(prose(title))),
      list(
        evidence.flatMap((asked) => ('question' in asked ? [item(paragraph(...prose(asked.question)))] : [])),
      ),
    ),
  );
  return [
    {
      heading: phrases.forReviewer.heading,
      blocks: [paragraph(...prose(phrases.forReviewer.lead)), list(items)],
    },
  ];
}

/** What comes after the stage that is not met: measured, and no reason for anything yet. */
function laterStages({ project, marking }: Subject, later: readonly StageResult[], room: number): Detail[] {
  return later.map((stage) => ({
    heading: phrases.later.heading(phrases.criteria.stage[stage.id].toLowerCase()),
    blocks: [
      paragraph(...prose(phrases.later.lead)),
      ...drawn(
        criteriaSections({ ...marking, feedback: [] }, [stage], project.rubric),
        room / later.length,
        phrases.criteria.leftOut,
      ),
    ],
  }));
}

function attempts(stages: readonly StageResult[], room: number): Detail[] {
  const all = stages.flatMap((stage) => stage.attempts ?? []);
  if (all.length === 0) return [];
  const items = all.map(({ file, line, what }) =>
    item(
      paragraph(
        inlineCode(line === null ? file : `${file}:${line}`, 300),
        { type: 'text', value: ': ' },
        inlineCode(what, 120),
      ),
    ),
  );
  const head = [paragraph(...prose(phrases.attempts.lead))];
  return [
    {
      heading: phrases.attempts.heading(all.length),
      blocks: drawn([{ head, items }], room, phrases.attempts.leftOut),
    },
  ];
}

/** The same parts under headings, for the text of a check, which has a page of its own. */
export const unfolded = (parts: readonly Detail[]): RootContent[] =>
  parts.flatMap((part) => [heading(2, part.heading), ...part.blocks]);

// For the note on what was left out.
const NOTE = 200;

function drawn(sections: Section[], room: number, note: (count: number) => string): RootContent[] {
  const { blocks, leftOut } = drawSections(sections, room - NOTE);
  return leftOut === 0 ? blocks : [...blocks, paragraph(...prose(note(leftOut)))];
}

function droppedFiles(dropped: Subject['marking']['dropped'], room: number): Detail[] {
  if (dropped.length === 0) return [];
  const items = dropped.map(({ path, reason }) =>
    item(paragraph(inlineCode(path, 300), { type: 'text', value: ': ' }, ...prose(reason))),
  );
  const head = [paragraph(...prose(phrases.dropped.lead))];
  return [
    {
      heading: phrases.dropped.heading(dropped.length),
      blocks: drawn([{ head, items }], room, phrases.dropped.leftOut),
    },
  ];
}

function howMarkingWorks({ slug, rubric }: Subject['project']): RootContent[] {
  const { how, criteria } = phrases;
  const thresholds = rubric.stages
    .filter(({ id }) => id !== 'review')
    .map(({ id, threshold }) =>
      how.threshold(
        criteria.stage[id],
        Math.round(threshold * 100),
        id === 'style' ? how.ofRules : how.ofTests,
      ),
    );
  const sentences = [
    ...thresholds,
    ...(rubric.stages.length > 1 ? [how.apart] : []),
    ...(rubric.stages.some(({ id }) => id === 'functionality') ? [how.tests] : []),
    how.practice,
    how.commands(quoted('/touchstone help')),
    how.yourself(quoted(`npx touchstone mark . --project ${slug} --public`)),
  ];
  return [list(sentences.map((words) => item(paragraph(...prose(words)))))];
}
