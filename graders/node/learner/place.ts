/** The folder that the submission's files are in. */
export const SUBMISSION = '/submission';

const FRAME = /(?:file:\/\/)?\/submission\/([^\s:()]+):(\d+)/;

/** Where in the submission an error was made: the first place of its stack that is in the submission. */
export function placeOf(error: unknown): { file: string | null; line: number | null } {
  const stack: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'stack') : null;
  return typeof stack === 'string' ? placeIn(stack) : { file: null, line: null };
}

/** The first place in the submission that a text (a stack, what Node printed) names. */
export function placeIn(text: string): { file: string | null; line: number | null } {
  const found = FRAME.exec(text);
  const [, path, line] = found ?? [];
  if (path === undefined || line === undefined || path.startsWith('node_modules/'))
    return { file: null, line: null };
  return { file: safeDecode(path), line: Number(line) };
}

/** A message without the folder that only this sandbox has. */
export function withoutFolder(message: string): string {
  return message.replaceAll('file:///submission/', '').replaceAll('/submission/', '');
}

function safeDecode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
