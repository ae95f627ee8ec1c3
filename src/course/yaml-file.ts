import { lstat, readFile } from 'node:fs/promises';
import { LineCounter, isMap, isNode, isScalar, parseDocument, visit, type Document } from 'yaml';
import { cut } from '../domain/visible-text.ts';
import { aboutFile, type CourseFinding, type Remark } from './finding.ts';

/** A YAML file as plain data, and the way back from a value to its line. Data is null when it could not be read. */
export interface YamlFile {
  file: string;
  data: unknown;
  findings: CourseFinding[];
  place: (remark: Remark) => CourseFinding;
}

/** A rubric of a hundred criteria has some 100 kB. */
const BYTES_MOST = 1024 * 1024;

/**
 * Reads one YAML file. Links, files above 1 MiB, duplicate keys, broken YAML and documents that grow out of all bounds
 * by their aliases end in findings, never in an exception.
 */
export async function readYaml(file: string): Promise<YamlFile> {
  const stats = await lstat(file).catch(() => null);
  if (stats === null) return unreadable(file, 'the file is missing');
  if (!stats.isFile())
    return unreadable(file, 'this is not a file', stats.isSymbolicLink() ? 'a link' : 'a folder');
  if (stats.size > BYTES_MOST) return unreadable(file, 'the file is too large', `${stats.size} bytes`);
  const text = asText(await readFile(file));
  return text === null ? unreadable(file, 'the text is not encoded as UTF-8') : parseYaml(file, text);
}

function asText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const unreadable = (file: string, message: string, found: string | null = null): YamlFile => ({
  file,
  data: null,
  findings: [aboutFile('error', file, message, { found, expected: 'a YAML file' })],
  place: ({ level, message: remark }) => aboutFile(level, file, remark),
});

function parseYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  // One slip in the syntax brings others after it; a key that is there twice stands for itself.
  const [slip] = document.errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
  const syntax = (slip === undefined ? document.errors : [slip]).map(
    ({ code, message, pos: [offset] }): CourseFinding => ({
      ...(code === 'DUPLICATE_KEY'
        ? aboutFile('error', file, 'this key is there twice', {
            found: lineOf(text, offset),
            expected: 'each key once',
          })
        : aboutFile('error', file, `this is not valid YAML: ${inPlainWords(code, message)}`, {
            found: lineOf(text, offset),
          })),
      ...at(offset),
    }),
  );
  const place = (remark: Remark): CourseFinding => ({
    ...aboutFile(remark.level, file, remark.message, remark),
    ...at(offsetOf(document, remark)),
  });
  if (syntax.length > 0) return { file, data: null, findings: syntax, place };
  const strange = [
    // A tag is passed over, so that something else would be read than what stands there.
    ...document.warnings.map(({ message, pos: [offset] }) => ({ message, offset })),
    ...danglingAliases(document),
  ].map(({ message, offset }): CourseFinding => ({
    ...aboutFile('error', file, message, { found: lineOf(text, offset) }),
    ...at(offset),
  }));
  if (strange.length > 0) return { file, data: null, findings: strange, place };
  try {
    return { file, data: document.toJS({ maxAliasCount: 100 }) as unknown, findings: [], place };
  } catch (error) {
    const message = `the aliases cannot be followed: ${error instanceof Error ? error.message : String(error)}`;
    return { file, data: null, findings: [place({ level: 'error', path: [], message })], place };
  }
}

/** What the parser says to programmers, for authors. */
function inPlainWords(code: string, message: string): string {
  if (code === 'MULTIPLE_DOCS') return 'there are several documents in it, and it may hold one';
  return /call stack/i.test(message) ? 'it is nested too deeply' : message;
}

function danglingAliases(document: Document.Parsed): { message: string; offset: number }[] {
  const found: { message: string; offset: number }[] = [];
  visit(document, {
    Alias: (_key, alias) => {
      if (alias.resolve(document) !== undefined) return;
      const message = `there is no "&${alias.source}" before this that it could stand for`;
      found.push({ message, offset: alias.range?.[0] ?? 0 });
    },
  });
  return found;
}

// What an author sees in the editor there; null where nothing is.
function lineOf(text: string, offset: number): string | null {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(from).split(/\r?\n/, 1)[0]?.trim() ?? '';
  return line === '' ? null : cut(JSON.stringify(line), 80);
}

// The place of a value that is missing is the place of what should hold it.
function offsetOf(document: Document, { path, key }: Remark): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (!isNode(node)) continue;
    const pair =
      key !== undefined && isMap(node)
        ? node.items.find((entry) => isScalar(entry.key) && entry.key.value === key)
        : undefined;
    const about = isNode(pair?.key) ? pair.key : node;
    return about.range?.[0] ?? 0;
  }
  return 0;
}
