import type { AskedEvidence, MeasureEvidence, RuleEvidence } from '../../domain/course/evidence.ts';
import { evidenceId } from '../../domain/course/evidence.ts';
import type { Evidence } from '../../domain/results.ts';
import { cut, visible } from '../../domain/visible-text.ts';
import { unreadWords } from '../../sandbox/analysis/limit-words.ts';
import {
  placesAbove,
  type StyleFile,
  type StyleLanguage,
  type StyleReport,
} from '../../sandbox/analysis/style.ts';
import { stylePhrases as phrases } from './phrases.ts';

/** Characters of one text that are shown. */
const MOST = 500;

const SCRIPTS: readonly StyleLanguage[] = ['JavaScript', 'TypeScript', 'JSX', 'TSX'];

/** What is measured, but for repetitions, which are looked for in every language. */
const PROGRAMS: { name: string; of: readonly StyleLanguage[] } = {
  name: 'JavaScript, TypeScript or Python',
  of: [...SCRIPTS, 'Python'],
};

/** The languages that each tool reads; a rule is shown by files of these alone. */
const LANGUAGES: Record<string, { name: string; of: readonly StyleLanguage[] }> = {
  eslint: { name: 'JavaScript or TypeScript', of: SCRIPTS },
  ruff: { name: 'Python', of: ['Python'] },
  html: { name: 'HTML', of: ['HTML'] },
  css: { name: 'CSS', of: ['CSS'] },
};

/**
 * What a report says of each thing that was asked for. A rule that is broken many times is one item, with its number. What is
 * asked for cannot be shown by nothing: not where there is no file of the language, nor where nothing is the learner's own.
 */
export function styleEvidence(asked: readonly AskedEvidence[], report: StyleReport): Evidence[] {
  return asked.flatMap((each) => {
    if ('rule' in each) return [ofRule(each, report)];
    return 'measure' in each ? [ofMeasure(each, report)] : [];
  });
}

/** The same words for everything that was asked for: what stopped the analysis as a whole. */
export function nothingRead(
  asked: readonly AskedEvidence[],
  status: 'error' | 'timeout',
  message: string,
  file: string | null,
): Evidence[] {
  return asked.map((each) => ({ ...blank(evidenceId(each)), status, message: text(message), file }));
}

function ofRule({ rule, most }: RuleEvidence, report: StyleReport): Evidence {
  const found = report.rules.find((each) => each.rule === rule);
  const { name, of } = LANGUAGES[rule.split('/')[0] ?? ''] ?? { name: 'such', of: [] };
  if (found !== undefined && found.count > most) {
    const places = found.places.map(({ file, line, message }) => ({ file, line, message: text(message) }));
    const [first] = places;
    return {
      ...blank(rule),
      status: 'failed',
      message: first?.message ?? null,
      file: first?.file ?? null,
      line: first?.line ?? null,
      count: found.count,
      places,
    };
  }
  return ifRead(rule, name, filesIn(of, report));
}

function ofMeasure({ measure, most }: MeasureEvidence, report: StyleReport): Evidence {
  const found = report.measures.find((each) => each.measure === measure);
  const value = found?.value ?? 0;
  if (value <= most) {
    const files = measure === 'duplication' ? report.files : filesIn(PROGRAMS.of, report);
    return ifRead(measure, PROGRAMS.name, files);
  }
  const above = found === undefined ? [] : placesAbove(found, most);
  const places = above.map(({ file, line, message }) => ({ file, line, message: text(message) }));
  const [first] = places;
  return {
    ...blank(measure),
    status: 'failed',
    message: first?.message ?? null,
    expected: phrases.atMost(most),
    actual: String(Math.round(value * 10) / 10),
    file: first?.file ?? null,
    line: first?.line ?? null,
    places,
  };
}

function filesIn(languages: readonly StyleLanguage[], report: StyleReport): StyleFile[] {
  return report.files.filter(({ language }) => languages.includes(language));
}

/** Nothing was found: that shows something only where everything was read, and where something of the learner's own is not empty. */
function ifRead(id: string, named: string, files: readonly StyleFile[]): Evidence {
  if (files.length === 0) return { ...blank(id), status: 'failed', message: phrases.noFile(named) };
  if (!files.some(({ counted, lines }) => counted && lines > 0))
    return { ...blank(id), status: 'failed', message: phrases.nothingOwn };
  const unread = files.find((file) => file.counted && file.unread !== null);
  if (unread === undefined) return { ...blank(id), status: 'passed' };
  const { path, language, unread: why } = unread;
  const words =
    why === 'syntax' ? phrases.notItsLanguage(path, language) : why === null ? '' : unreadWords(path, why);
  return { ...blank(id), status: 'error', message: text(phrases.notAll(words)), file: path };
}

function blank(id: string): Omit<Evidence, 'status'> {
  return { id, message: null, expected: null, actual: null, file: null, line: null };
}

function text(foreign: string): string {
  return cut(visible(foreign), MOST);
}
