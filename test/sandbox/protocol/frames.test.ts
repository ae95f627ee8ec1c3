import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileFrames, readFileFrame } from '../../../src/sandbox/protocol/file-frames.ts';
import { encodeFrame, FrameError, FrameReader, payloadText } from '../../../src/sandbox/protocol/frames.ts';

const LIMIT = 4 * 1024 * 1024;

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(chunks));
}

describe('frames', () => {
  test('come back whole, however the stream is cut', () => {
    const frame = fc.record({
      kind: fc.integer({ min: 0, max: 255 }),
      id: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      payload: fc.uint8Array({ maxLength: 200 }),
    });
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 8 }), fc.integer({ min: 1, max: 50 }), (frames, size) => {
        const stream = joined(frames.map(({ kind, id, payload }) => encodeFrame(kind, id, payload)));
        const reader = new FrameReader(LIMIT);
        const read = [];
        for (let at = 0; at < stream.length; at += size)
          read.push(...reader.push(stream.slice(at, at + size)));
        expect(
          read.map(({ kind, id, payload }) => ({ kind, id, payload: Uint8Array.from(payload) })),
        ).toEqual(frames);
      }),
    );
  });

  test('carry text', () => {
    const [frame] = new FrameReader(LIMIT).push(encodeFrame(4, 7, 'a – ü 😀'));
    expect(frame && payloadText(frame)).toBe('a – ü 😀');
  });

  test.each([
    ['longer than the limit', [0x7f, 0xff, 0xff, 0xff]],
    ['shorter than a header', [0, 0, 0, 4]],
  ])('a length that is %s is refused before anything is kept', (_what, bytes) => {
    expect(() => new FrameReader(1024).push(Uint8Array.from(bytes))).toThrow(FrameError);
  });
});

describe('a file in frames', () => {
  test.each([
    ['empty', 0],
    ['small', 10],
    ['of several pieces', 2.5 * 1024 * 1024],
  ])('%s', (_what, size) => {
    const bytes = new Uint8Array(size).map((_byte, at) => at % 251);
    const reader = new FrameReader(LIMIT);
    const pieces = [...fileFrames('src/ünd.js', bytes)]
      .flatMap((frame) => reader.push(frame))
      .map(readFileFrame);
    expect(new Set(pieces.map(({ path }) => path))).toEqual(new Set(['src/ünd.js']));
    expect(Buffer.from(joined(pieces.map((piece) => piece.bytes))).equals(Buffer.from(bytes))).toBe(true);
  });
});
