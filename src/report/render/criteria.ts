import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import type { Criterion } from '../../domain/course/criterion.ts';
import { evidenceId, evidenceTitle, hintOf, readableId } from '../../domain/course/evidence.ts';
import type { Rubric } from '../../domain/course/rubric.ts';
import { styleItem } from './style-item.ts';
import type { StageId } from '../../domain/course/stage.ts';
import type { CriterionResult, Evidence, Feedback, Marking, StageResult } from '../../domain/results.ts';
import { codeBlock, heading, item, paragraph, strong, text } from './markdown.ts';
import { nextStep } from './next-step.ts';
import { phrases } from './phrases.ts';
import { inlineCode, prose } from './prose.ts';
import type { Section } from './sections.ts';

const words = phrases.criteria;

/** Every criterion with its tests, those that are not met first: where room is short, those met are left out. */
export function criteriaSections(
  { feedback, untouchedStarter }: Pick<Marking, 'feedback' | 'untouchedStarter'>,
  stages: readonly StageResult[],
  rubric: Rubric,
): Section[] {
  return stages.flatMap(({ id, criteria }) =>
    criteria
      .toSorted((a, b) => Number(a.met) - Number(b.met))
      .map((result, index) => ({
        head: [
          ...(stages.length > 1 && index === 0 ? [stageHeading(id)] : []),
          ...headOf(result, criterionOf(rubric, result.id)),
          ...nextOf(
            feedback.find(({ criterion, title }) => criterion === result.id && title === result.title),
          ),
        ],
        items: result.evidence
          // What the tests saw of a starter is no news.
          .map((evidence) => (untouchedStarter ? { ...evidence, ...nothingSeen } : evidence))
          .map((evidence) => itemOf(evidence, criterionOf(rubric, result.id))),
      })),
  );
}

const nothingSeen = { message: null, expected: null, actual: null, file: null, line: null };

const stageHeading = (id: StageId) => heading(3, words.stage[id]);

const criterionOf = (rubric: Rubric, id: string): Criterion | undefined =>
  rubric.stages.flatMap(({ criteria }) => criteria).find((criterion) => criterion.id === id);

function headOf(result: CriterionResult, criterion: Criterion | undefined): RootContent[] {
  const state = [result.met ? words.met : words.notYet, ...(result.essential ? [phrases.essential] : [])];
  return [
    paragraph(text(result.met ? '✓ ' : '○ '), strong(prose(result.title)), text(` (${state.join(', ')})`)),
    ...(result.met || criterion === undefined ? [] : [paragraph(...prose(criterion.why))]),
  ];
}

// The first screen may have no room for the whole of it.
function nextOf(feedback: Feedback | undefined): RootContent[] {
  if (feedback === undefined || feedback.next === '') return [];
  return [nextStep(feedback)];
}

function itemOf(evidence: Evidence, criterion: Criterion | undefined): ListItem {
  const known = criterion?.evidence.find((asked) => evidenceId(asked) === evidence.id);
  if (known !== undefined && ('rule' in known || 'measure' in known)) return styleItem(evidence, known);
  const title =
    known === undefined ? [inlineCode(readableId(evidence.id), 300)] : prose(evidenceTitle(known));
  if (evidence.status === 'passed') return item(paragraph(...title, text(`: ${words.passed}`)));
  const isHint = known !== undefined && evidence.message !== null && evidence.message === hintOf(known);
  return item(
    paragraph(...title, text(`: ${words.notPassed}.`), ...place(evidence)),
    ...(evidence.message === null
      ? []
      : [isHint ? paragraph(...prose(evidence.message)) : codeBlock(evidence.message)]),
    ...value(words.expected, evidence.expected),
    ...value(words.actual, evidence.actual),
  );
}

function place({ file, line }: Evidence): PhrasingContent[] {
  if (file === null) return [];
  return [
    text(' '),
    ...prose(words.see),
    text(' '),
    inlineCode(file, 300),
    ...(line === null ? [] : [text(`, ${words.line(line)}`)]),
  ];
}

function value(lead: string, shown: string | null) {
  return shown === null ? [] : [paragraph(text(lead)), codeBlock(shown)];
}
