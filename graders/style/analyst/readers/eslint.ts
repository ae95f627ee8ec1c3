import { createRequire } from 'node:module';
import { Linter, type SourceCode } from 'eslint';
import globals from 'globals';
import * as tsParser from '@typescript-eslint/parser';
import tsPlugin from '@typescript-eslint/eslint-plugin';
import type { AskedRule, RefusedRule, StyleLanguage } from '../../../../src/sandbox/analysis/style.ts';
import { type Script, scriptShape } from '../measures/script/script-shape.ts';
import type { Shape } from '../measures/shape.ts';
import { imported, importsRule, texts } from './imports-rule.ts';
import { type Comment, type Reader, type Reading, type Source, unreadable } from './reader.ts';
import { SAMPLE_RULES, SAMPLES } from './eslint-samples.ts';
import { serveReader } from './serve-reader.ts';

// Reads JavaScript and TypeScript. Nothing is looked for on the disk, and what a comment says of rules is not heard.

const TS_PREFIX = '@typescript-eslint/';
const TS_RULES = new Map(Object.entries(tsPlugin.rules));
const NAMES: Record<string, string> = { JavaScript: 'source.js', JSX: 'source.jsx', TSX: 'source.tsx' };

type Rules = Linter.RulesRecord;
type SourceType = 'module' | 'commonjs';

type ConfigArrayClass = new (
  configs: Linter.Config[],
  options: { basePath: string },
) => Linter.Config[] & {
  normalizeSync: () => void;
};
/**
 * What the linter makes of its settings for each file anew, which takes as long as reading the file. It takes one
 * that is made, too, but ESLint hands out no way to make it.
 */
const ConfigArray = (
  createRequire(import.meta.url)('../node_modules/eslint/lib/config/flat-config-array.js') as {
    FlatConfigArray: ConfigArrayClass;
  }
).FlatConfigArray;

function prepared(configs: Linter.Config[]): Linter.Config[] {
  const array = new ConfigArray(configs, { basePath: '/tmp' });
  array.normalizeSync();
  return array;
}

const linter = new Linter({ configType: 'flat' });
let configs = configsFor({});
/** Rules of typescript-eslint may ask its parser for what no other one knows. */
let needsItsParser = false;

/** How a text may have to be read; later ones are for what the first cannot read. */
function configsFor(rules: Rules): Record<'js' | 'commonjs' | 'ts', Linter.Config[]> {
  const config = (sourceType: SourceType, parser: Linter.Parser | null): Linter.Config[] =>
    prepared([
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
    ]);
  return { js: config('module', null), commonjs: config('commonjs', null), ts: config('module', tsParser) };
}

function prepare(asked: readonly AskedRule[]): RefusedRule[] {
  const entries = asked.map(({ rule, options }): [string, Linter.RuleEntry] => [rule, [2, ...options]]);
  const refused = entries.flatMap(([rule, entry]): RefusedRule[] => {
    const message = nameless(rule, entry);
    return message === null ? [] : [{ rule, message }];
  });
  const named = entries.filter(([rule]) => !refused.some((other) => other.rule === rule));
  let rules: Rules = Object.fromEntries(named);
  configs = configsFor(rules);
  // Only where something is wrong, each has to be tried by itself.
  if (complaint() !== null) {
    rules = {};
    for (const [rule, entry] of named) {
      configs = configsFor({ [rule]: entry });
      const message = complaint();
      if (message === null) rules[rule] = entry;
      else refused.push({ rule, message });
    }
    configs = configsFor(rules);
  }
  needsItsParser = Object.keys(rules).some((rule) => rule.startsWith(TS_PREFIX));
  return refused;
}

/** Why a rule cannot be looked for, whatever its options; null where it may. */
function nameless(rule: string, entry: Linter.RuleEntry): string | null {
  const ofPlugin = rule.startsWith(TS_PREFIX) ? TS_RULES.get(rule.slice(TS_PREFIX.length)) : null;
  if (ofPlugin === undefined) return `There is no rule ${rule}.`;
  return needsTypes(rule, ofPlugin?.meta?.docs, entry)
    ? `The rule ${rule} needs to know types, and submissions are read file by file.`
    : null;
}

/** What ESLint has against the rules as they are set now. */
function complaint(): string | null {
  try {
    linter.verify('', configs.ts, 'source.ts');
    return null;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, rule] = /Could not find "(.+)" in plugin/.exec(message) ?? [];
    return rule === undefined ? message : `There is no rule ${rule}.`;
  }
}

/** One rule says that it does, and does so only where it is told to tell types apart. */
function needsTypes(rule: string, docs: object | undefined, entry: Linter.RuleEntry): boolean {
  if (rule === `${TS_PREFIX}naming-convention`) return JSON.stringify(entry).includes('"types":');
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
  if (language === 'TypeScript' || language === 'TSX' || needsItsParser) return ['ts'];
  return path.endsWith('.cjs') ? ['commonjs', 'ts'] : ['js', 'commonjs', 'ts'];
}

/** Rules look at the end of a name; the rest of it is not theirs. */
function nameFor(path: string, language: StyleLanguage): string {
  const [end = ''] = /(?:\.d)?\.[mc]?ts$/.exec(path) ?? [];
  return NAMES[language] ?? `source${end === '' ? '.ts' : end}`;
}

function verified(text: string, config: Linter.Config[], filename: string): Reading {
  imported.length = 0;
  texts.length = 0;
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
    texts: [...texts],
    unread: null,
  };
}

function commentsOf(code: SourceCode): Comment[] {
  return code.getAllComments().map(({ loc, range }) => ({
    line: loc?.start.line ?? 1,
    text: range === undefined ? '' : code.text.slice(...range),
  }));
}

function shape({ text }: Source): Shape {
  const { ast, visitorKeys } = linter.getSourceCode();
  const { tokens } = ast as unknown as Pick<Script, 'tokens'>;
  return scriptShape({ root: ast as unknown as Script['root'], tokens, keys: visitorKeys, text });
}

const reader: Reader = {
  prefix: 'eslint/',
  prepare,
  read,
  shape,
  samples: SAMPLES,
  sampleRules: SAMPLE_RULES,
};
await serveReader(reader);
