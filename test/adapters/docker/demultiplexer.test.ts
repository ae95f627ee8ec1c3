import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Demultiplexer } from '../../../src/adapters/docker/demultiplexer.ts';

test('parts the two streams, however they are cut', () => {
  const piece = fc.record({ stream: fc.constantFrom(1, 2), text: fc.string({ maxLength: 40 }) });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), fc.integer({ min: 1, max: 30 }), (pieces, size) => {
      const bytes = Buffer.concat(
        pieces.flatMap(({ stream, text }) => {
          const body = Buffer.from(text);
          const header = Buffer.alloc(8);
          header.writeUInt8(stream, 0);
          header.writeUInt32BE(body.length, 4);
          return [header, body];
        }),
      );
      const out: Uint8Array[] = [];
      const err: Uint8Array[] = [];
      const parts = new Demultiplexer(
        (chunk) => out.push(Uint8Array.from(chunk)),
        (chunk) => err.push(Uint8Array.from(chunk)),
      );
      for (let at = 0; at < bytes.length; at += size) parts.push(bytes.subarray(at, at + size));
      const said = (wanted: number) =>
        pieces
          .filter(({ stream }) => stream === wanted)
          .map(({ text }) => text)
          .join('');
      expect(Buffer.concat(out).toString()).toBe(Buffer.from(said(1)).toString());
      expect(Buffer.concat(err).toString()).toBe(Buffer.from(said(2)).toString());
    }),
  );
});
