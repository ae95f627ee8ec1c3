import { likeness, parses, tokensOf } from '../reading.ts';
import { askPython } from '../rewrite/python/ask.ts';
import type { Submission, Task } from '../submission.ts';

/** A submission with the tokens of all its files, names as one. */
export interface ReadSubmission extends Submission {
  readonly tokens: readonly string[];
}

const STUB = /Remove this (?:statement|line)|Please implement|Implement the .* function'|^\s*pass\s*$/m;
const SMALLEST = 14;

const streamsOf = (task: Task): (readonly string[] | null)[] => {
  const texts = task.submissions.map(({ files }) => Object.entries(files));
  if (task.language !== 'py') {
    return texts.map((files) =>
      task.language === 'java' || files.every(([name, text]) => parses(text, name))
        ? files.flatMap(([name, text]) => tokensOf(text, name))
        : null,
    );
  }
  const answers = askPython(texts.flat().map(([, text]) => ({ op: 'tokens', text })));
  let at = 0;
  return texts.map((files) => {
    const own = files.map(() => answers[at++]);
    return own.every((one) => Array.isArray(one)) ? (own.flat() as string[]) : null;
  });
};

/** The submissions that are code of somebody's own: readable, no stub, no second handing-in of the very same text. */
export const cleaned = (task: Task): ReadSubmission[] => {
  const bare = (text: string) => text.replace(/\s+/g, '');
  const given = new Set(Object.values(task.starter).map(bare));
  const seen = new Set<string>();
  const streams = streamsOf(task);
  return task.submissions.flatMap((submission, at) => {
    const tokens = streams[at];
    const texts = Object.values(submission.files);
    const whole = bare(texts.join(''));
    if (tokens === null || tokens === undefined || tokens.length < SMALLEST || seen.has(whole)) return [];
    if (texts.every((text) => given.has(bare(text)) || (STUB.test(text) && tokens.length < 60))) return [];
    seen.add(whole);
    return [{ ...submission, tokens }];
  });
};

/** From what likeness of the nameless tokens on two people's work counts as twins by nature, which no label fits. */
const TWINS = 0.7;
export const areTwins = (a: ReadSubmission, b: ReadSubmission): boolean =>
  likeness(a.tokens, b.tokens) >= TWINS;
