import { createRequire } from 'node:module';
import { Language, Parser } from 'web-tree-sitter';
import { decode } from './decode.ts';
import type { Grammar } from './grammar.ts';
import { howToRead, type HowToRead, type LanguageName } from './language.ts';
import { whyNotByHand } from './not-own.ts';
import { noteOwn, type OwnNames, type RawToken, usesOf, withNames, withoutIdle } from './raw-token.ts';
import { readTree, TooDeep } from './read-tree.ts';
import { readSql } from './read-sql.ts';
import { readWords } from './read-words.ts';
import type { Remark } from './remark.ts';
import type { Reading } from './token.ts';

const require = createRequire(import.meta.url);

export interface ReadOptions {
  /** Nothing but this language; null: by the names of the files. */
  only: LanguageName | null;
  /** Files that no parser is shown. */
  asWords: ReadonlySet<string>;
  /** Most tokens of all files, as written. */
  tokens: number;
  /** Told of each file before it is read. */
  onFile: (path: string) => void;
}

/** Reads submissions one after the other. Parsing may take long and much memory: it belongs into a process that can be killed. */
export interface Reader {
  read(
    files: Iterable<readonly [path: string, bytes: Uint8Array]>,
    options: ReadOptions,
  ): Promise<{ files: Reading[]; remarks: Remark[] }>;
}

interface RawReading {
  path: string;
  how: Reading['how'];
  tokens: RawToken[];
  leaves: RawToken[];
}

/** Of more than this share of a file that its grammar cannot make sense of, its words say more than its parts. */
const TOO_MUCH_WRONG = 0.2;

export async function createReader(): Promise<Reader> {
  await Parser.init();
  const parser = new Parser();
  const languages = new Map<string, Language>();
  const use = async ({ wasm }: Grammar): Promise<void> => {
    const known = languages.get(wasm) ?? (await Language.load(require.resolve(wasm)));
    languages.set(wasm, known);
    parser.setLanguage(known);
  };

  /** Null where the text is no program of the language, or one that nobody wrote by hand. */
  const parsed = async (
    text: string,
    grammar: Grammar,
    own: OwnNames,
  ): Promise<Omit<RawReading, 'path'> | null> => {
    await use(grammar);
    const tree = parser.parse(text);
    if (tree === null) return null;
    try {
      const declared: OwnNames = { variables: new Set(), properties: new Set() };
      const { tokens, leaves, wrong, embedded } = readTree(tree.walk(), grammar, declared);
      if (wrong > leaves.length * TOO_MUCH_WRONG) return null;
      for (const word of declared.variables) own.variables.add(word);
      for (const word of declared.properties) own.properties.add(word);
      for (const { ending, text: inner, linesBefore } of embedded) {
        const how = howToRead(`embedded${ending}`, null);
        if (how === null) continue;
        const read = await readText(inner, how, own, false);
        for (const token of read.tokens) tokens.push(lower(token, linesBefore));
        for (const leaf of read.leaves) leaves.push(lower(leaf, linesBefore));
      }
      return { how: 'parsed', tokens, leaves };
    } catch (error) {
      if (error instanceof TooDeep) return null;
      throw error;
    } finally {
      tree.delete();
    }
  };

  const readText = async (
    text: string,
    { language, grammar }: HowToRead,
    own: OwnNames,
    asWords: boolean,
  ): Promise<Omit<RawReading, 'path'>> => {
    const read = grammar === null || asWords ? null : await parsed(text, grammar, own);
    if (read !== null) return read;
    if (language === 'sql' && !asWords) {
      const sql = readSql(text);
      for (const leaf of sql.leaves) noteOwn(leaf, own);
      return { how: 'words', ...sql };
    }
    const words = readWords(text, language).map((token): RawToken => ({ ...token, role: null }));
    return { how: 'words', tokens: words, leaves: words };
  };

  return {
    async read(files, { only, asWords, tokens: most, onFile }) {
      const own: OwnNames = { variables: new Set(), properties: new Set() };
      const raw: RawReading[] = [];
      const remarks: Remark[] = [];
      let left = most;
      for (const [path, bytes] of files) {
        const how = howToRead(path, only);
        if (how === null) continue;
        if (left <= 0) {
          remarks.push({
            path,
            says: 'left-out',
            why: `${most.toLocaleString('en')} words were read before it`,
          });
          continue;
        }
        onFile(path);
        const decoded = decode(bytes);
        const fault = 'fault' in decoded ? decoded.fault : whyNotByHand(decoded.text);
        if (fault !== null || 'fault' in decoded) {
          remarks.push({ path, says: 'left-out', why: fault ?? '' });
          continue;
        }
        const reading = await readText(decoded.text, how, own, asWords.has(path));
        if (reading.how === 'words' && how.grammar !== null)
          remarks.push({ path, says: 'read-as-words', why: `it could not be parsed as ${how.language}` });
        left -= reading.leaves.length;
        raw.push({ path, ...reading });
      }
      const uses = usesOf(raw.map(({ leaves }) => leaves));
      return {
        files: raw.map(({ tokens, leaves, ...rest }) => ({
          ...rest,
          tokens: withNames(withoutIdle(tokens, uses), own),
          leaves: withNames(leaves, own),
        })),
        remarks,
      };
    },
  };
}

const lower = (token: RawToken, lines: number): RawToken => ({ ...token, line: token.line + lines });
