import type { Criterion } from '../domain/course/criterion.ts';
import {
  evidenceId,
  evidenceTitle,
  hintOf,
  type MeasureEvidence,
  type OwnTestsEvidence,
  type RuleEvidence,
} from '../domain/course/evidence.ts';
import { MEASURE_WORDS } from '../domain/course/measures.ts';
import { quoted } from '../domain/marked-text.ts';
import type { CriterionResult, Evidence } from '../domain/results.ts';
import { WAVERS } from '../domain/wavering.ts';
import { cut, visibleLine } from '../domain/visible-text.ts';
import { feedbackPhrases as phrases } from './phrases.ts';

/** Characters of a foreign value that a sentence can bear; the whole value is shown with the criterion's tests. */
const VALUE_IN_A_SENTENCE = 160;

export const value = (text: string) => quoted(cut(visibleLine(text), VALUE_IN_A_SENTENCE));

/** A foreign message at the end of a sentence, which has one mark at its end: the message's own question, or a full stop. */
export function closing(message: string): string {
  const said = message.replace(/\.$/, '');
  return /[?!]$/.test(said) ? value(said) : `${value(said)}.`;
}

export const failing = (result: CriterionResult): Evidence[] =>
  result.evidence.filter(({ status }) => status !== 'passed');

// Only what the author wrote is prose. A name or a message that is not in the rubric may come from the submission.
const titleOf = (evidence: Evidence, criterion: Criterion) => {
  const asked = askedFor(evidence, criterion);
  return asked === undefined ? value(evidence.id) : evidenceTitle(asked);
};

const askedFor = (evidence: Evidence, criterion: Criterion) =>
  criterion.evidence.find((asked) => evidenceId(asked) === evidence.id);

export const isHint = (evidence: Evidence, criterion: Criterion) => {
  const asked = askedFor(evidence, criterion);
  return asked !== undefined && evidence.message !== null && hintOf(asked) === evidence.message;
};

function sentence(evidence: Evidence, criterion: Criterion): string {
  const { expected, actual, message, status } = evidence;
  const asked = askedFor(evidence, criterion);
  if (asked !== undefined && ('rule' in asked || 'measure' in asked)) return styleSentence(evidence, asked);
  if (asked !== undefined && 'ownTests' in asked) return ownTestsSentence(evidence, asked);
  const test = titleOf(evidence, criterion);
  if (expected !== null && actual !== null)
    return phrases.expectedAndActual(test, value(expected), value(actual));
  if (expected !== null) return phrases.expectedOnly(test, value(expected));
  if (actual !== null) return phrases.gotOnly(test, value(actual));
  if (message === null) return phrases.notPassing(test);
  if (isHint(evidence, criterion)) return phrases.hint(test, message);
  if (message === WAVERS) return phrases.wavers(test, message);
  return status === 'timeout' ? phrases.outOfLimits(test, message) : phrases.stopped(test, closing(message));
}

/** What the learner's own tests did where they saw a right answer is said in words of ours alone. */
function ownTestsSentence({ message }: Evidence, asked: OwnTestsEvidence): string {
  const seen = asked.ownTests === 'pass' ? phrases.ownTestsFail() : phrases.ownTestsMiss();
  if (message === null) return seen;
  return message === asked.hint ? phrases.withHint(seen, message) : message;
}

/** Nothing of style is hidden, but what a tool says often tells what to type: where the author has a question, it takes the place of that. */
function styleSentence(evidence: Evidence, asked: RuleEvidence | MeasureEvidence): string {
  const { expected, actual, message, count } = evidence;
  const said = closing(message ?? '');
  if ('measure' in asked && actual !== null && expected !== null)
    return phrases.measured(MEASURE_WORDS[asked.measure], actual, expected);
  if ('rule' in asked && count !== undefined) {
    const rule = value(asked.rule);
    return asked.hint === undefined ? phrases.rule(rule, count, said) : phrases.ruleNamed(rule, count);
  }
  return said;
}

/** The author's question about something of style that was found; it comes last, when it is clear what it is about. */
function questionAbout(evidence: Evidence, criterion: Criterion): string[] {
  const asked = askedFor(evidence, criterion);
  const isStyle = asked !== undefined && ('rule' in asked || 'measure' in asked);
  const wasFound = evidence.count !== undefined || evidence.actual !== null;
  return isStyle && wasFound && asked.hint !== undefined ? [phrases.question(asked.hint)] : [];
}

/**
 * Says in plain words what was seen of a criterion that is not met: the first of its tests that does not pass, where
 * it stopped, and how many more there are. Marked text; foreign values are quoted in it.
 */
export function whatWasSeen(result: CriterionResult, criterion: Criterion): string {
  const [first, ...more] = failing(result);
  if (first === undefined) return phrases.notShown();
  return [
    sentence(first, criterion),
    ...(first.file === null ? [] : [phrases.place(value(first.file), first.line)]),
    ...(more.length === 0 ? [] : [moreOf(more.length, criterion)]),
    ...questionAbout(first, criterion),
  ].join(' ');
}

function moreOf(count: number, { evidence }: Criterion): string {
  if (evidence.some((asked) => 'ownTests' in asked)) return phrases.moreThrough(count);
  return evidence.some((asked) => 'test' in asked) ? phrases.moreTests(count) : phrases.moreFound(count);
}
