import type { ListItem, PhrasingContent } from 'mdast';
import type { MeasureEvidence, RuleEvidence } from '../../domain/course/evidence.ts';
import { MEASURE_WORDS } from '../../domain/course/measures.ts';
import type { Evidence } from '../../domain/results.ts';
import { item, paragraph, text } from './markdown.ts';
import { phrases } from './phrases.ts';
import { inlineCode, prose } from './prose.ts';

const words = phrases.style;

/** Places that are named; a list of 200 lines is read by nobody. */
const PLACES_MOST = 5;

/** What was found of a rule or a measure: one item with its number, however often it was seen. */
export function styleItem(evidence: Evidence, asked: RuleEvidence | MeasureEvidence): ListItem {
  const { status, message, actual, expected, count } = evidence;
  const name = 'rule' in asked ? [inlineCode(asked.rule, 120)] : prose(MEASURE_WORDS[asked.measure]);
  if (status === 'passed')
    return item(paragraph(...name, text(`: ${'rule' in asked ? words.kept : words.within}`)));
  const found =
    actual !== null && expected !== null
      ? `${actual} (${expected})`
      : count === undefined
        ? words.notShown
        : words.notKept(count);
  return item(
    paragraph(...name, text(`: ${found}.`)),
    ...(message === null ? [] : [paragraph(inlineCode(message, 500))]),
    ...(asked.hint === undefined ? [] : [paragraph(...prose(asked.hint))]),
    ...places(evidence),
  );
}

function places({ places: all = [] }: Evidence) {
  if (all.length === 0) return [];
  const shown = all.slice(0, PLACES_MOST);
  const rest = all.length - shown.length;
  const listed = shown.flatMap(({ file, line }, at): PhrasingContent[] => [
    text(at === 0 ? ' ' : ', '),
    inlineCode(`${file}:${line}`, 300),
  ]);
  return [
    paragraph(text(words.places), ...listed, ...(rest > 0 ? [text(` ${words.morePlaces(rest)}`)] : [])),
  ];
}
