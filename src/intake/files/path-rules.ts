import { cut, visibleLine } from '../../domain/visible-text.ts';
import type { FileLimits } from './limits.ts';

/**
 * Why a path is not looked at, in words for the learner; null where it is a plain path within the limits.
 * Nothing that this lets through can leave the folder that it is put in.
 */
export function pathFault(path: string, limits: FileLimits): string | null {
  const names = path.split('/');
  if (path === '' || path.startsWith('/') || /^[a-z]:/i.test(path))
    return 'its path does not start in this project';
  if (names.some((name) => name === '' || name === '.' || name === '..'))
    return 'its path does not stay in this project';
  if (path.includes('\ufffd')) return 'its name is not text in UTF-8';
  if (visibleLine(path) !== path) return 'its name has characters that cannot be seen';
  if (path.includes('\\')) return 'its name has a backslash, which some computers take for a folder';
  if (names.some((name) => name.toLowerCase() === '.git')) return 'it is inside a .git folder';
  if (names.some((name) => Buffer.byteLength(name) > limits.nameBytes)) {
    return `its name is longer than ${limits.nameBytes} bytes`;
  }
  if (path.length > limits.pathLength) return `its path is longer than ${limits.pathLength} characters`;
  if (names.length > limits.depth) return `it is more than ${limits.depth} folders deep`;
  return null;
}

/**
 * Two paths with the same key are one file on computers that do not tell capital letters, or two spellings of an
 * accent, apart.
 */
export function collisionKey(path: string): string {
  return path.normalize('NFC').toLowerCase().normalize('NFC');
}

/** A path as it may be shown: hidden characters as escapes, and not too long. */
export function shownPath(path: string): string {
  return cut(visibleLine(path), 200);
}
