import { type Finding, placeAt, problem } from './finding.ts';

/** What is used of the package `oxc-parser`, which is in this image alone. */
interface Oxc {
  parseSync: (name: string, text: string, options: object) => { errors: OxcError[] };
}

export interface OxcError {
  message: string;
  labels: { message: string | null; start: number }[];
}

const PACKAGE = 'oxc-parser';

/** Loaded when it is needed, which is for few submissions. It dies of what is nested deeply. */
export async function oxcErrors(
  text: string,
  lang: 'js' | 'jsx' | 'ts' | 'tsx',
  sourceType: 'module' | 'commonjs',
): Promise<OxcError[]> {
  const { parseSync } = (await import(PACKAGE)) as Oxc;
  return parseSync(`source.${lang}`, text, { lang, sourceType, showSemanticErrors: true }).errors;
}

/** Reads JSX, which Node itself cannot. */
export async function parseJsx(text: string, language: 'JSX' | 'TSX'): Promise<Finding> {
  const [error] = await oxcErrors(text, language === 'JSX' ? 'jsx' : 'tsx', 'module');
  if (error === undefined) return { problem: null, unread: null };
  const [label] = error.labels;
  const place = label === undefined ? null : placeAt(text, label.start);
  return { problem: problem(error.message, place), unread: null };
}
