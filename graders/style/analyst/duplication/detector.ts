import { Detector, MemoryStore, type Part } from '@jscpd/core';
import { Tokenizer } from '@jscpd/tokenizer';
import type { Clone, StyleLanguage } from '../../../../src/sandbox/analysis/style.ts';
import { headAndBytes } from '../../../_analyst/headed.ts';
import { serveLooks } from '../../../_analyst/serve-looks.ts';

// Looks for what a submission says twice. jscpd itself, a program, reads a disk and the settings on it; its parts do not.

export interface ToCompare {
  path: string;
  language: StyleLanguage;
}

/** What was found when a file was compared with those before it, and with itself. */
export interface Repeated {
  clones: Clone[];
}

/** Most that are told of one file. */
const MOST_CLONES = 500;
const COMMENTS = new Set(['comment', 'block-comment', 'shebang', 'prolog']);
const SPACE = new Set(['empty', 'new_line', 'default']);

/** One way to read for languages whose programs can repeat each other. */
const FORMATS: Record<StyleLanguage, string> = {
  JavaScript: 'typescript',
  TypeScript: 'typescript',
  JSX: 'tsx',
  TSX: 'tsx',
  Python: 'python',
  HTML: 'markup',
  CSS: 'css',
};

function detectorFor(leastTokens: number): Detector {
  // Repetitions count from two lines on: how much they are is told by their tokens.
  return new Detector(new Tokenizer(), new MemoryStore(), [], {
    minTokens: leastTokens,
    minLines: 1,
    maxLines: Number.MAX_SAFE_INTEGER,
    mode: ({ type, value }: { type: string; value: string }) =>
      !COMMENTS.has(type) && !(SPACE.has(type) && value.trim() === ''),
  });
}

let detector = detectorFor(50);
for (const path of ['a', 'b']) {
  for (const format of new Set(Object.values(FORMATS)))
    await detector.detect(path, 'let a = 1;\n'.repeat(40), format);
}
detector = detectorFor(50);
const texts = new Map<string, string[]>();

serveLooks({
  instruct(instructions) {
    const { leastTokens } = instructions as { leastTokens: number };
    detector = detectorFor(leastTokens);
    return Promise.resolve({});
  },
  async look(file): Promise<Repeated> {
    const { head, bytes } = headAndBytes(file);
    const { path, language } = head as ToCompare;
    const text = new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n');
    const found = await detector.detect(path, unmarked(text), FORMATS[language]);
    texts.set(path, text.split('\n'));
    const clones = found.map(({ duplicationA, duplicationB }): Clone => {
      const a = passage(duplicationA);
      const b = passage(duplicationB);
      // jscpd counts one token more, which often stands in a line that is not the same any more.
      const last = (at: Clone['a']): string => texts.get(at.file)?.[at.end - 1]?.trim() ?? '';
      const over = last(a) !== last(b) && a.end > a.start && b.end > b.start ? 1 : 0;
      return {
        lines: a.end - over - a.start + 1,
        a: { ...a, end: a.end - over },
        b: { ...b, end: b.end - over },
      };
    });
    return { clones: clones.sort((one, other) => other.lines - one.lines).slice(0, MOST_CLONES) };
  },
});

/** What is between these marks would not be compared; they are looked for in text of any kind. */
function unmarked(text: string): string {
  return text.replaceAll('jscpd:ignore-', 'jscpd-ignore-');
}

function passage({ sourceId, start, end }: Part): Clone['a'] {
  return { file: sourceId, start: start.line, end: end.line };
}
