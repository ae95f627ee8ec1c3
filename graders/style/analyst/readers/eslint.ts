import { Linter, type SourceCode } from 'eslint';
import globals from 'globals';
import * as tsParser from '@typescript-eslint/parser';
import tsPlugin from '@typescript-eslint/eslint-plugin';
import type { AskedRule, RefusedRule, StyleLanguage } from '../../../../src/sandbox/analysis/style.ts';
import { imported, importsRule } from './imports-rule.ts';
import { type Comment, type Reader, type Reading, type Source, unreadable } from './reader.ts';
import { SAMPLE_RULES, SAMPLES } from './eslint-samples.ts';
import { serveReader } from './serve-reader.ts';

// Reads JavaScript and TypeScript. Nothing is looked for on the disk, and what a comment says of rules is not heard.

const TS_PREFIX = '@typescript-eslint/';
const TS_RULES = new Map(Object.entries(tsPlugin.rules));
const NAMES: Record<string, string> = { JavaScript: 'source.js', JSX: 'source.jsx', TSX: 'source.tsx' };

type Rules = Linter.RulesRecord;
type SourceType = 'module' | 'commonjs';

const linter = new Linter({ configType: 'flat' });
let configs = configsFor({});

/** How a text may have to be read; later ones are for what the first cannot read. */
function configsFor(rules: Rules): Record<'js' | 'commonjs' | 'ts', Linter.Config[]> {
  const config = (sourceType: SourceType, parser: Linter.Parser | null): Linter.Config[] => [
    {
      files: ['**/*.js', '**/*.jsx', '**/*.ts', '**/*.tsx', '**/*.mts', '**/*.cts'],
      plugins: { '@typescript-eslint': tsPlugin, touchstone: { rules: { imports: importsRule } } },
      linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
      languageOptions: {
        ecmaVersion: 'latest',
        sourceType,
        globals: { ...globals.browser, ...globals.node },
        ...(parser === null ? {} : { parser }),
        parserOptions: { ecmaFeatures: { jsx: true } },
      },
      rules: { 'touchstone/imports': 2, ...rules },
    },
  ];
  return { js: config('module', null), commonjs: config('commonjs', null), ts: config('module', tsParser) };
}

function prepare(asked: readonly AskedRule[]): RefusedRule[] {
  const rules: Rules = {};
  const refused: RefusedRule[] = [];
  for (const { rule, options } of asked) {
    const entry: Linter.RuleEntry = [2, ...options];
    const message = refusal(rule, entry);
    if (message === null) rules[rule] = entry;
    else refused.push({ rule, message });
  }
  configs = configsFor(rules);
  return refused;
}

/** Why ESLint cannot look for a rule; null where it can. */
function refusal(rule: string, entry: Linter.RuleEntry): string | null {
  const ofPlugin = rule.startsWith(TS_PREFIX) ? TS_RULES.get(rule.slice(TS_PREFIX.length)) : null;
  if (ofPlugin === undefined) return `There is no rule ${rule}.`;
  if (needsTypes(ofPlugin?.meta?.docs))
    return `The rule ${rule} needs to know types, and submissions are read file by file.`;
  try {
    linter.verify('', configsFor({ [rule]: entry }).js, 'source.js');
    return null;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message.includes('Could not find') ? `There is no rule ${rule}.` : message;
  }
}

function needsTypes(docs: object | undefined): boolean {
  return docs !== undefined && 'requiresTypeChecking' in docs && docs.requiresTypeChecking === true;
}

function read({ path, language, text }: Source): Reading {
  const name = nameFor(path, language);
  let reading = unreadable('syntax');
  for (const way of waysToRead(path, language)) {
    reading = verified(text, configs[way], name);
    if (reading.unread !== 'syntax') return reading;
  }
  return reading;
}

/** Decorators are read by TypeScript's parser alone, and what stands outside of modules as CommonJS. */
function waysToRead(path: string, language: StyleLanguage): ('js' | 'commonjs' | 'ts')[] {
  if (language === 'TypeScript' || language === 'TSX') return ['ts'];
  return path.endsWith('.cjs') ? ['commonjs', 'ts'] : ['js', 'commonjs', 'ts'];
}

/** Rules look at the end of a name; the rest of it is not theirs. */
function nameFor(path: string, language: StyleLanguage): string {
  const [end = ''] = /(?:\.d)?\.[mc]?ts$/.exec(path) ?? [];
  return NAMES[language] ?? `source${end === '' ? '.ts' : end}`;
}

function verified(text: string, config: Linter.Config[], filename: string): Reading {
  imported.length = 0;
  const messages = linter.verify(text, config, { filename, allowInlineConfig: false });
  const fatal = messages.find((message) => message.fatal === true);
  if (fatal !== undefined) return unreadable(fatal.message.includes('stack') ? 'nesting' : 'syntax');
  return {
    findings: messages.flatMap(({ ruleId, line, column, message }) =>
      ruleId === null
        ? []
        : [{ rule: ruleId, line: Math.max(1, line), column: Math.max(1, column), message }],
    ),
    comments: commentsOf(linter.getSourceCode()),
    imports: [...imported],
    unread: null,
  };
}

function commentsOf(code: SourceCode): Comment[] {
  return code.getAllComments().map(({ loc, range }) => ({
    line: loc?.start.line ?? 1,
    text: range === undefined ? '' : code.text.slice(...range),
  }));
}

const reader: Reader = { prefix: 'eslint/', prepare, read, samples: SAMPLES, sampleRules: SAMPLE_RULES };
await serveReader(reader);
