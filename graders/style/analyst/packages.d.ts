// What is used of the packages that are in the image of this analyst alone (packages/package.json).

declare module 'globals' {
  const globals: Record<'browser' | 'node', Record<string, boolean>>;
  export default globals;
}

declare module '@typescript-eslint/parser' {
  import type { ESLint, Linter } from 'eslint';
  export const meta: NonNullable<ESLint.Plugin['meta']>;
  export const parseForESLint: (text: string, options?: unknown) => Linter.ESLintParseResult;
}

declare module '@typescript-eslint/eslint-plugin' {
  import type { Rule } from 'eslint';
  const plugin: { rules: Record<string, Rule.RuleModule> };
  export default plugin;
}

declare module '@astral-sh/ruff-wasm-nodejs' {
  export interface Diagnostic {
    code: string | null;
    message: string;
    start_location: { row: number; column: number };
  }
  export enum PositionEncoding {
    Utf8 = 0,
    Utf16 = 1,
    Utf32 = 2,
  }
  export enum LogLevel {
    Warn = 3,
  }
  export function initLogging(level: LogLevel): void;
  export class Workspace {
    constructor(options: object, encoding: PositionEncoding);
    free(): void;
    check(contents: string): Diagnostic[];
    tokens(contents: string): string;
  }
}

declare module 'html-validate' {
  export class HtmlValidate {
    constructor(config: object);
    validateString(markup: string): Promise<{
      results: { messages: { ruleId: string; message: string; line: number; column: number }[] }[];
    }>;
    dumpTokens(
      filename: string,
      fs: { readFileSync: () => string },
    ): Promise<{ token: string; data: string; location: string }[]>;
  }
  export function ruleExists(name: string): boolean;
}

declare module 'stylelint' {
  import type { Root } from 'postcss';
  export interface LintResult {
    warnings: { rule: string; line: number; column: number; text: string }[];
    invalidOptionWarnings: { text: string }[];
    _postcssResult?: { root: Root };
  }
  const stylelint: {
    rules: Record<string, unknown>;
    lint: (options: object) => Promise<{ results: LintResult[] }>;
  };
  export default stylelint;
}

declare module 'postcss' {
  export interface Root {
    walkComments(
      visit: (comment: {
        text: string;
        raws: { left?: string; right?: string };
        source?: { start?: { line: number; offset: number } };
      }) => void,
    ): void;
  }
  const postcss: { parse: (css: string) => Root };
  export default postcss;
}

declare module 'picomatch' {
  export default function picomatch(patterns: string[], options?: object): (path: string) => boolean;
}

declare module '@jscpd/core' {
  export interface Part {
    sourceId: string;
    start: { line: number };
    end: { line: number };
  }
  export interface CloneFound {
    duplicationA: Part;
    duplicationB: Part;
  }
  export interface Token {
    type: string;
    format: string;
    value: string;
  }
  export class MemoryStore {
    namespace(name: string): void;
  }
  export class Detector {
    constructor(tokenizer: object, store: MemoryStore, validators: object[], options: object);
    detect(id: string, text: string, format: string): Promise<CloneFound[]>;
  }
}

declare module '@jscpd/tokenizer' {
  export class Tokenizer {
    generateMaps(id: string, text: string, format: string, options: object): object[];
  }
}

declare module 'web-tree-sitter' {
  export interface Language {
    readonly abiVersion: number;
  }
  export const Language: { load(path: string): Promise<Language> };
  export interface TreeCursor {
    nodeType: string;
    currentFieldName: string | null;
    startIndex: number;
    endIndex: number;
    gotoFirstChild(): boolean;
    gotoNextSibling(): boolean;
    gotoParent(): boolean;
    delete(): void;
  }
  export interface Tree {
    walk(): TreeCursor;
    delete(): void;
  }
  export class Parser {
    static init(): Promise<void>;
    setLanguage(language: Language): void;
    parse(text: string): Tree | null;
  }
}
