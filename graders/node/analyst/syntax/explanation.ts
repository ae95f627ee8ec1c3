import { placeAt, type ToParse } from './finding.ts';
import { oxcErrors, type OxcError } from './oxc.ts';

const CONFLICT = /^(?:<{7}|={7}|>{7})(?= |\r?$)/m;

/**
 * Why a text cannot be parsed, in plainer words than Node's: where a bracket was opened that nothing closes, say. Null
 * where there is no more to say than `message` does.
 */
export async function explanation(
  { language, modules }: Pick<ToParse, 'language' | 'modules'>,
  text: string,
  { bytes, message }: { bytes: Uint8Array; message: string },
): Promise<string | null> {
  if (isUtf16(bytes)) return 'The file is saved as UTF-16; save it as UTF-8.';
  if (bytes.includes(0)) return 'The file has bytes in it that are no text.';
  const conflict = CONFLICT.exec(text);
  if (conflict !== null) {
    const { line } = placeAt(text, conflict.index);
    return `A merge was not finished: in line ${line} is a mark of a conflict (${conflict[0]}).`;
  }
  if (language !== 'JavaScript' && language !== 'TypeScript') return null;
  const lang = language === 'JavaScript' ? 'js' : 'ts';
  const kind = modules ?? (/^\s*(?:import|export)\b/m.test(text) ? 'module' : 'commonjs');
  const [error] = await oxcErrors(text, lang, kind);
  // Node has said that already.
  const isNews =
    error !== undefined && error.message !== 'Unexpected token' && bare(error.message) !== bare(message);
  return isNews ? inPlainWords(error, text) : null;
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function bare(message: string): string {
  return message.replace(/[`'".]/g, '').toLowerCase();
}

function inPlainWords({ message, labels }: OxcError, text: string): string {
  const opened = labels.find((label) => label.message === 'Opened here');
  const said = message
    .replace(/\.$/, '')
    .replace('but found `EOF`', 'but the file ends')
    .replace('`Identifier`', 'a name');
  return opened === undefined
    ? `${said}.`
    : `${said}; the bracket was opened in line ${placeAt(text, opened.start).line}.`;
}
