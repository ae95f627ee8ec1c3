import { readableId } from '../../domain/course/evidence.ts';
import { unmarked } from '../../domain/marked-text.ts';
import type { Annotation } from '../../domain/report.ts';
import type { CriterionResult, Evidence } from '../../domain/results.ts';
import { cut, visible, visibleLine } from '../../domain/visible-text.ts';
import { ANNOTATIONS_MOST, ITEM_BYTES_MOST, TITLE_MOST } from './limits.ts';
import type { OutcomeKind } from './outcome.ts';
import { phrases } from './phrases.ts';

/**
 * Remarks beside the lines on which tests stopped, at most {@link ANNOTATIONS_MOST}, each place and message once.
 * GitHub shows their texts as they are, without Markdown.
 */
export function annotationsOf(criteria: readonly CriterionResult[], kind: OutcomeKind): Annotation[] {
  const level = kind === 'not-yet' ? 'warning' : 'notice';
  const found = criteria.flatMap((criterion) =>
    criterion.evidence.flatMap(placesOf).flatMap((evidence) => annotationOf(criterion, evidence, level)),
  );
  const once = new Map(found.map((one) => [JSON.stringify([one.path, one.startLine, one.message]), one]));
  return [...once.values()].slice(0, ANNOTATIONS_MOST);
}

/** What was found at several places is remarked at each. */
function placesOf(evidence: Evidence): Evidence[] {
  const { places = [] } = evidence;
  return places.length === 0 ? [evidence] : places.map((place) => ({ ...evidence, ...place }));
}

function annotationOf(
  criterion: CriterionResult,
  { id, status, message, expected, actual, file, line, places }: Evidence,
  level: Annotation['level'],
): Annotation[] {
  // A path that cannot be shown as it is would name another file.
  if (status === 'passed' || file === null || line === null || visibleLine(file) !== file) return [];
  const { criteria: words } = phrases;
  const lines = [
    places === undefined ? `${unmarked(readableId(id))}: ${words.notPassed}.` : unmarked(id),
    ...(message === null ? [] : [visible(message)]),
    ...(expected === null ? [] : [`${words.expected} ${visible(expected)}`]),
    ...(actual === null ? [] : [`${words.actual} ${visible(actual)}`]),
  ];
  return [
    {
      path: file,
      startLine: line,
      endLine: line,
      level,
      title: cut(unmarked(criterion.title), TITLE_MOST),
      message: cut(lines.join('\n'), ITEM_BYTES_MOST),
    },
  ];
}
