import type { AskedRule } from '../../../../src/sandbox/analysis/style.ts';
import { headAndBytes } from '../../../_analyst/headed.ts';
import { LastWord, serveLooks } from '../../../_analyst/serve-looks.ts';
import { decoded, strangeCoding } from '../files/source-encoding.ts';
import { compared, type Version } from './compared.ts';
import { type Found, NOTHING, type Reader, type Source, type ToRead } from './reader.ts';

/** Has one tool read files, in a process that may die of any. */
export async function serveReader(reader: Reader): Promise<void> {
  await warmUp(reader);
  const { prefix } = reader;
  let measuring = false;
  serveLooks({
    async instruct(instructions) {
      const { rules, ...more } = instructions as { rules: AskedRule[]; measuring: boolean };
      measuring = more.measuring;
      const own = rules.map(({ rule, options }) => ({ rule: rule.slice(prefix.length), options }));
      const refused = await reader.prepare(own);
      return {
        refused: refused.map(({ rule, message }) => ({
          rule: `${prefix}${rule}`,
          message: message.trim().slice(0, 1000),
        })),
      };
    },
    async look(file): Promise<Found> {
      const { head, bytes } = headAndBytes(file);
      const { path, language, starterBytes } = head as ToRead;
      const cut = bytes.byteLength - starterBytes;
      const source: Source = { path, language, text: decoded(language, bytes.subarray(0, cut)) };
      const strange = strangeCoding(language, bytes.subarray(0, cut));
      if (strange !== null) return { ...NOTHING, unread: 'syntax', attempts: [markOf(strange)] };
      const now = await readOrEnd(reader, source, measuring);
      const starter = { ...source, text: decoded(language, bytes.subarray(cut)) };
      const before = starterBytes === 0 ? null : await readOrEnd(reader, starter, measuring);
      return compared(prefix, now, before);
    },
  });
}

/** After an error nobody knows what state a tool is in, so its process says what it can, and ends. */
async function readOrEnd(reader: Reader, source: Source, measuring: boolean): Promise<Version> {
  try {
    const reading = await reader.read(source);
    const shape = measuring && reading.unread === null ? (reader.shape?.(source) ?? null) : null;
    return { reading, shape, text: source.text };
  } catch (error) {
    process.stderr.write(`${source.path}: ${String(error)}\n`);
    const nesting = error instanceof RangeError && error.message.includes('call stack');
    throw new LastWord({ ...NOTHING, unread: nesting ? 'nesting' : 'crash' } satisfies Found);
  }
}

async function warmUp(reader: Reader): Promise<void> {
  await reader.prepare(reader.sampleRules);
  for (const sample of reader.samples) {
    await reader.read(sample);
    reader.shape?.(sample);
  }
  await reader.prepare([]);
  // Else it is done while a submission waits.
  globalThis.gc?.();
}

function markOf({ line, text }: { line: number; text: string }): Found['attempts'][number] {
  return { kind: 'marker', line, what: text.slice(0, 120) };
}
