import { type Frame, payloadText } from '../../../src/sandbox/protocol/frames.ts';
import { ALL } from '../values/requests.ts';
import { IDS } from './local.ts';
import type { Cause } from './results.ts';

/** How a question for the value of an export begins (requests.ts). */
const READS_EXPORT = new RegExp(
  String.raw`^\d+ (\{"op":"get","target":\{"module":"[^"]+","name":"[${ALL}]"\},"key":"[^"]+"\})$`,
);

/**
 * Which exports of the submission the tests have read as values. A file that fails by itself after that fails of what it was
 * given (`NAMES.map(...)` where NAMES is no list): with a right solution it does not.
 */
export class ValuesRead {
  readonly #exports = new Map<number, Set<string>>();

  /** To be told of each question of the tests. */
  note({ id, payload }: Frame): void {
    const [, text] = READS_EXPORT.exec(payloadText({ kind: 0, id, payload })) ?? [];
    if (text === undefined) return;
    const { target, key } = JSON.parse(text) as { target: { module: string }; key: string };
    const line = Math.floor(id / IDS);
    const read = this.#exports.get(line) ?? new Set();
    this.#exports.set(line, read.add(`${key} of ${target.module}`));
  }

  /** Why a file failed by itself, from what was thrown in it; `line`: the number of its line. */
  causeOf(thrown: Cause, line: number | undefined): Cause {
    const read = line === undefined ? undefined : this.#exports.get(line);
    if (read === undefined || (thrown.kind !== 'thrown' && thrown.kind !== 'assertion')) return thrown;
    // What was thrown is of the tests, which nobody may see.
    const message = `The tests cannot work with what the submission exports: ${[...read].join(', ')}.`;
    return { kind: 'learner', name: 'TypeError', message, file: null, line: null, beforeAnyCall: true };
  }
}
