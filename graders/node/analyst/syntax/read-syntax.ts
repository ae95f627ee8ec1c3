import { posix } from 'node:path';
import type { SourceFile, SyntaxReport } from '../../../../src/sandbox/analysis/syntax.ts';
import { Expendable } from '../../../_analyst/expendable.ts';
import { headed } from '../../../_analyst/headed.ts';
import type { Task } from '../../../_analyst/serve-analyses.ts';
import { measure } from '../../../_analyst/size.ts';
import type { Finding, ModuleKind, ToParse } from './finding.ts';
import { languageOf } from './language.ts';
import { moduleKind } from './module-kind.ts';

/** Files that are looked at; a learner's project has some tens. */
const MOST_FILES = 2_000;
/** A thousand times what a file of the greatest size takes. */
const FILE_MS = 10_000;
const PARSER = new URL('parser.mjs', import.meta.url).pathname;
const PARSER_HEAP_MIB = 128;

/** Reads every source file of a submission, and says which of them cannot be parsed. */
export async function readSyntax({ files, until, onBegin }: Task): Promise<SyntaxReport> {
  const sources = [...files.keys()].filter((path) => languageOf(path) !== null).sort();
  const looked = sources.slice(0, MOST_FILES);
  const types = new Map<string, ModuleKind>();
  const options = ['--experimental-vm-modules', '--no-warnings', `--max-old-space-size=${PARSER_HEAP_MIB}`];
  const parser = new Expendable({ args: [...options, PARSER], fileMs: FILE_MS });
  const found = new Map<string, SourceFile>();
  try {
    // What a package.json says of the modules decides how the others are read.
    for (const path of looked.toSorted((a, b) => Number(isPackage(b)) - Number(isPackage(a)))) {
      onBegin(path);
      const bytes = files.get(path) ?? new Uint8Array();
      const language = languageOf(path) ?? 'JavaScript';
      const { lines, tooLarge } = measure(bytes);
      const modules = moduleKind(path, types);
      const { modules: says, ...finding } =
        tooLarge === null
          ? await parse({ parser, until }, { path, language, modules }, bytes)
          : { problem: null, unread: tooLarge };
      if (isPackage(path)) types.set(posix.dirname(path), says ?? null);
      found.set(path, { path, language, bytes: bytes.byteLength, lines, ...within(finding, lines) });
    }
  } finally {
    parser.close();
  }
  return {
    files: looked.flatMap((path) => found.get(path) ?? []),
    leftOut: sources.length - looked.length,
  };
}

async function parse(
  { parser, until }: { parser: Expendable; until: number },
  about: ToParse,
  bytes: Uint8Array,
): Promise<Finding> {
  const { said, loss } = await parser.look(headed(about, bytes), until);
  // What it had said before it died of its explanation is true all the same.
  if (said !== null) return JSON.parse(said) as Finding;
  return { problem: null, unread: loss ?? 'crash' };
}

/** What is missing at the end of a file is said of its last line, not of the one after it that nobody can see. */
function within(finding: Finding, lines: number): Finding {
  const { problem } = finding;
  const line = problem?.line ?? 0;
  if (problem === null || line <= lines) return finding;
  return { ...finding, problem: { ...problem, line: Math.max(1, lines), column: null } };
}

function isPackage(path: string): boolean {
  return posix.basename(path) === 'package.json';
}
