import type { AskedRule } from '../../../../src/sandbox/analysis/style.ts';
import { headAndBytes } from '../../../_analyst/headed.ts';
import { LastWord, serveLooks } from '../../../_analyst/serve-looks.ts';
import { compared } from './compared.ts';
import { type Found, NOTHING, type Reader, type Reading, type Source, type ToRead } from './reader.ts';

/** Has one tool read files, in a process that may die of any. */
export async function serveReader(reader: Reader): Promise<void> {
  await warmUp(reader);
  const { prefix } = reader;
  serveLooks({
    async instruct(instructions) {
      const { rules } = instructions as { rules: AskedRule[] };
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
      const source: Source = { path, language, text: textOf(bytes.subarray(0, cut)) };
      const reading = await readOrEnd(reader, source);
      const starter = { ...source, text: textOf(bytes.subarray(cut)) };
      const before =
        starterBytes === 0 ? null : { reading: await readOrEnd(reader, starter), text: starter.text };
      return compared(prefix, { reading, text: source.text }, before);
    },
  });
}

/** After an error nobody knows what state a tool is in, so its process says what it can, and ends. */
async function readOrEnd(reader: Reader, source: Source): Promise<Reading> {
  try {
    return await reader.read(source);
  } catch (error) {
    process.stderr.write(`${source.path}: ${String(error)}\n`);
    const nesting = error instanceof RangeError && error.message.includes('call stack');
    throw new LastWord({ ...NOTHING, unread: nesting ? 'nesting' : 'crash' } satisfies Found);
  }
}

async function warmUp(reader: Reader): Promise<void> {
  await reader.prepare(reader.sampleRules);
  for (const sample of reader.samples) await reader.read(sample);
  await reader.prepare([]);
  // Else it is done while a submission waits.
  globalThis.gc?.();
}

/** Bytes that are no UTF-8 become marks that no language knows. */
function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n');
}
