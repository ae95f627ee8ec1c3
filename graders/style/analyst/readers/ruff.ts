import { initLogging, LogLevel, PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs';
import type { AskedRule, RefusedRule } from '../../../../src/sandbox/analysis/style.ts';
import { pythonShape } from '../measures/python/python-shape.ts';
import { type Comment, type Reader, type Reading, type Source, unreadable } from './reader.ts';
import { merged, unknownSettings } from './ruff-settings.ts';
import { serveReader } from './serve-reader.ts';

// Reads Python with Ruff as WebAssembly, which has no disk. What comments say of rules is written over before.

/** A rule, and not the beginning of several: Ruff takes both. */
const CODE = /^(?:PL[CEWR]\d{4}|(?!PL)[A-Z]+\d{3})$/;
/** What a comment would switch rules off with; each is replaced by something as long. */
const DIRECTIVE = /noqa|(?:ruff|flake8|isort|yapf|fmt)(?=\s*:)/gi;

/** No text that is shorter is a program that does anything. */
const LEAST_CHARACTERS = 20;

/** What Ruff has said of its settings besides refusing them; it says each thing once. */
const warnings: string[] = [];
console.warn = (...words: unknown[]) => {
  warnings.push(words.map(String).join(' '));
};
initLogging(LogLevel.Warn);

let workspace = workspaceFor([], {});

function workspaceFor(select: string[], lint: object): Workspace {
  return new Workspace(
    {
      // All syntax is read; which Python runs a submission is not this tool's to say.
      'target-version': 'py314',
      lint: { ...lint, select },
    },
    PositionEncoding.Utf16,
  );
}

function prepare(asked: readonly AskedRule[]): RefusedRule[] {
  const select: string[] = [];
  const refused: RefusedRule[] = [];
  let settings: object = {};
  for (const { rule, options } of asked) {
    const message = refusal(rule, options);
    if (message === null) {
      select.push(rule);
      settings = merged(settings, ...options.filter(isObject));
    } else refused.push({ rule, message });
  }
  workspace.free();
  workspace = workspaceFor(select, settings);
  return refused;
}

function refusal(rule: string, options: readonly unknown[]): string | null {
  if (!CODE.test(rule)) return `There is no rule ${rule}; a rule is named by its whole code, such as F841.`;
  const [settings = {}, ...more] = options;
  if (!isObject(settings) || more.length > 0)
    return `Settings of ${rule} are one object, such as { "mccabe": { "max-complexity": 5 } }.`;
  warnings.length = 0;
  try {
    workspaceFor([rule], settings).free();
    // Such as that a rule is still tried out, and never looked for.
    if (warnings.length > 0) return warnings.join(' ');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const unknown = unknownSettings(settings, (tried) => {
    workspaceFor([], tried).free();
  });
  return unknown.length === 0 ? null : `There is no setting ${unknown.join(', ')}.`;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function read({ text }: Source): Reading {
  const { comments, texts } = tokensOf(text);
  const found = workspace.check(withoutDirectives(text, comments));
  if (found.some(({ code }) => code === null || code === 'invalid-syntax')) return unreadable('syntax');
  return {
    findings: found.map(({ code, message, start_location: { row, column } }) => ({
      rule: code ?? '',
      line: Math.max(1, row),
      column: Math.max(1, column),
      message,
    })),
    comments,
    imports: [],
    texts,
    unread: null,
  };
}

type Placed = Comment & { start: number; end: number };

/** Ruff names the tokens of a text with their places, counted in bytes. */
function tokensOf(text: string): { comments: Placed[]; texts: Comment[] } {
  const bytes = Buffer.from(text);
  let line = 1;
  let before = 0;
  const comments: Placed[] = [];
  const texts: Comment[] = [];
  for (const [, kind, from, to] of workspace
    .tokens(text)
    .matchAll(/^ {4}(Comment|String) (\d+)\.\.(\d+)/gm)) {
    const [start, end] = [Number(from), Number(to)];
    for (let at = bytes.indexOf(10, before); at !== -1 && at < start; at = bytes.indexOf(10, at + 1))
      line += 1;
    before = start;
    const written = bytes.subarray(start, end).toString();
    if (kind === 'Comment') comments.push({ start, end, line, text: written });
    else if (end - start >= LEAST_CHARACTERS) texts.push({ line, text: contentOf(written) });
  }
  return { comments, texts };
}

/** What is between the quotation marks; of what is written with a backslash, the ends of lines alone. */
function contentOf(written: string): string {
  return written.replace(/^[a-z]*("{3}|'{3}|["'])([^]*)\1$/i, '$2').replaceAll('\\n', '\n');
}

function withoutDirectives(
  text: string,
  comments: readonly { start: number; end: number; text: string }[],
): string {
  if (!comments.some((comment) => comment.text.search(DIRECTIVE) !== -1)) return text;
  const bytes = Buffer.from(text);
  for (const comment of comments) {
    bytes.write(
      comment.text.replace(DIRECTIVE, (found) => '-'.repeat(found.length)),
      comment.start,
    );
  }
  return bytes.toString();
}

const SAMPLE = `
"""Adds up what is in a cart."""
import json
from dataclasses import dataclass


@dataclass
class Item:
    name: str
    price: float = 0.0

    def total(self, count: int = 1) -> float:
        return self.price * count if count > 0 else 0.0


def read(path, *, tax=0.19):
    with open(path) as file:
        items = [Item(**each) for each in json.load(file)]
    try:
        return {item.name: f"{item.total():.2f}" for item in items}
    except (KeyError, ValueError) as error:
        print(error)
    return None
`;

const reader: Reader = {
  prefix: 'ruff/',
  prepare,
  read,
  shape: ({ text }) => pythonShape(text),
  samples: Array.from({ length: 3 }, () => ({ path: 'a.py', language: 'Python' as const, text: SAMPLE })),
  sampleRules: ['F401', 'F841', 'E501', 'E711', 'N801', 'B006', 'C901'].map((rule) => ({
    rule,
    options: [],
  })),
};
await serveReader(reader);
