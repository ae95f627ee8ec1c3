import { headAndBytes } from '../../../_analyst/headed.ts';
import { serveLooks } from '../../../_analyst/serve-looks.ts';
import type { Finding, ToParse } from './finding.ts';
import { explanation } from './explanation.ts';
import { parseJavaScript } from './javascript.ts';
import { parseJson } from './json.ts';
import { parseJsx } from './oxc.ts';
import { parseTypeScript } from './typescript.ts';

// Parses one file after another, and may die of any: `Expendable` starts it, and starts it again.

serveLooks({ look });

/** Says first whether there is a problem, and then once more with its explanation: that one may be deadly. */
async function look(file: Uint8Array, meanwhile: (said: Finding) => void): Promise<Finding> {
  const { head, bytes } = headAndBytes(file);
  const about = head as ToParse;
  const text = new TextDecoder().decode(bytes);
  const finding = await parse(about, text);
  const { problem } = finding;
  if (problem === null || about.language === 'JSON') return finding;
  meanwhile(finding);
  const hint = problem.hint ?? (await explanation(about, text, { bytes, message: problem.message }));
  return { ...finding, problem: { ...problem, hint } };
}

async function parse({ path, language, modules }: ToParse, text: string): Promise<Finding> {
  switch (language) {
    case 'JavaScript':
      return parseJavaScript(text, modules);
    case 'TypeScript':
      return parseTypeScript(text, modules);
    case 'JSX':
    case 'TSX':
      return parseJsx(text, language);
    case 'JSON':
      return parseJson(text, path);
  }
}
