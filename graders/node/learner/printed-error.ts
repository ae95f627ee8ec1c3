import { placeIn, SUBMISSION, withoutFolder } from './place.ts';

/** The error that a process of the submission ended with, read from what Node printed about it. */
export function errorPrinted(stderr: string, otherwise: string): Error {
  const [, name, message] = /^(\w*Error)(?: \[\w+\])?: (.*)$/m.exec(stderr) ?? [];
  const { file, line } = placeIn(stderr);
  const error = new Error(message === undefined ? otherwise : withoutFolder(message));
  error.name = name ?? 'Error';
  error.stack = file === null ? error.name : `${error.name}\n    at ${SUBMISSION}/${file}:${line ?? 1}:1`;
  return error;
}
