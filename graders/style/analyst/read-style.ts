import type {
  RefusedRule,
  RuleFound,
  StyleAttempt,
  StyleInstructions,
  StyleOptions,
  StyleReport,
} from '../../../src/sandbox/analysis/style.ts';
import type { Task } from '../../_analyst/serve-analyses.ts';
import { configurationAttempts } from './attempts/configuration.ts';
import { duplicationOf } from './duplication/of-submission.ts';
import { classifier, textOf } from './files/classify.ts';
import { apart, type Submitted, submittedFiles, told } from './files/submitted.ts';
import { readAll, type Reading } from './read-files.ts';
import { readUsed, type Used } from './read-used.ts';
import { measuresOf } from './measures/of-submission.ts';
import type { Tools, Wanted } from './tools.ts';

/** Files that are looked at; a learner's project has some tens. */
const MOST_FILES = 2_000;
/** jscpd's own default. */
const LEAST_TOKENS = 50;
const MOST_PLACES = 20;
const MOST_ATTEMPTS = 200;

/** Reads a submission for style: what of it counts, by the rules of the author alone. */
export async function readStyle(task: Task, tools: Tools): Promise<StyleReport> {
  // The worker is trusted: it has made these of a type.
  const options = task.options as StyleInstructions;
  const { submission, starter } = apart(task.files, options.starter);
  const all = submittedFiles(submission, classifier(options.generated, submission, starter));
  const sources = [...all.values()].filter(({ language }) => language !== null);
  const looked = sources.slice(0, MOST_FILES);
  const measuring = options.measures.length > 0;
  const { rules, refused } = await takenRules({ rules: options.rules, measuring }, tools, task.until);
  const reading: Reading = { tools, starter, until: task.until, onBegin: task.onBegin };
  await readAll(
    looked.filter(({ why, unread }) => why === null && unread === null),
    reading,
  );
  const none: Used = { renamed: [], shown: [], inner: [] };
  const used = looked.length < sources.length ? none : await readUsed(all, reading);
  const read = [...new Set([...looked, ...used.renamed])].sort((a, b) => (a.path < b.path ? -1 : 1));
  const duplication = await duplicationOf(read, reading, wantedDuplication(options));
  return {
    files: read.flatMap(told).slice(0, MOST_FILES),
    rules: rules.map((rule) => findings(rule, read)),
    unknownRules: refused,
    measures: await measuresOf(options.measures, { read, reading, duplication }),
    duplication,
    attempts: attempts([...all.values()], used, starter),
    leftOut: sources.length - looked.length,
  };
}

function wantedDuplication({ duplication, measures }: StyleOptions): StyleOptions['duplication'] {
  return duplication ?? (measures.includes('duplication') ? { leastTokens: LEAST_TOKENS } : null);
}

/** A rule has one setting: who names it twice is told so. */
async function takenRules(
  { rules: asked, measuring }: Wanted,
  tools: Tools,
  until: number,
): Promise<{ rules: string[]; refused: RefusedRule[] }> {
  const first = asked.filter(({ rule }, at) => asked.findIndex((other) => other.rule === rule) === at);
  const twice = asked.filter((entry) => !first.includes(entry));
  const refused = await tools.instruct({ rules: first, measuring }, until);
  const names = new Set(refused.map(({ rule }) => rule));
  return {
    rules: first.map(({ rule }) => rule).filter((rule) => !names.has(rule)),
    refused: [...refused, ...twice.map(({ rule }) => ({ rule, message: `${rule} is named twice.` }))],
  };
}

function findings(rule: string, files: readonly Submitted[]): RuleFound {
  const found = files.flatMap(({ path, found: inFile }) =>
    (inFile?.rules ?? []).filter((one) => one.rule === rule).map((one) => ({ file: path, ...one })),
  );
  return {
    rule,
    count: found.reduce((sum, { count }) => sum + count, 0),
    places: found
      .flatMap(({ file, places }) => places.map((place) => ({ file, ...place })))
      .slice(0, MOST_PLACES),
  };
}

function attempts(
  all: readonly Submitted[],
  { renamed, shown, inner }: Used,
  starter: ReadonlyMap<string, Uint8Array>,
): StyleAttempt[] {
  return all
    .filter(({ why }) => why === null)
    .flatMap((file): StyleAttempt[] => {
      const { path, bytes, found } = file;
      const before = starter.get(path);
      const name = path.slice(path.lastIndexOf('/') + 1).slice(0, 120);
      return [
        ...(renamed.includes(file) && before === undefined
          ? [{ kind: 'extension' as const, file: path, line: null, what: name }]
          : []),
        ...(shown.includes(file) && before === undefined
          ? [{ kind: 'marker' as const, file: path, line: null, what: (file.byName ?? name).slice(0, 120) }]
          : []),
        ...inner.filter((attempt) => attempt.file === path),
        ...configurationAttempts(path, textOf(bytes), before === undefined ? null : textOf(before)),
        ...(found?.attempts ?? []).map((attempt) => ({ ...attempt, file: path })),
      ];
    })
    .slice(0, MOST_ATTEMPTS);
}
