import type { FileMap } from '../domain/course.ts';
import type { Station } from './launcher.ts';
import { fileFrames } from './protocol/file-frames.ts';
import { encodeFrame, type Frame, FrameError, FrameReader } from './protocol/frames.ts';
import { Kind } from './protocol/kinds.ts';

export interface LineEvents {
  onReady: () => void;
  onFrame: (frame: Frame) => void;
  /** It sent what cannot be frames, or more than it may; it is not listened to any further. */
  onUnbearable: (reason: string) => void;
}

/** Bytes that a learner's container may send in one run: 32 MiB. */
export const LEARNER_RUN_BYTES = 32 * 1024 * 1024;

/** Brings files and settings into a container that was started, and reads its frames. */
export function openLine(
  station: Station,
  setUp: { files: FileMap; settings: object },
  limits: { frameBytes: number; runBytes: number },
  events: LineEvents,
): void {
  const reader = new FrameReader(limits.frameBytes);
  let received = 0;
  let deaf = false;
  station.onOutput((chunk) => {
    if (deaf) return;
    received += chunk.byteLength;
    try {
      if (received > limits.runBytes) throw new FrameError(`more than ${limits.runBytes} bytes in one run`);
      for (const frame of reader.push(chunk)) {
        if (frame.kind === Kind.ready) events.onReady();
        else events.onFrame(frame);
      }
    } catch (error) {
      if (!(error instanceof FrameError)) throw error;
      deaf = true;
      events.onUnbearable(error.message);
    }
  });
  for (const [path, bytes] of setUp.files) for (const frame of fileFrames(path, bytes)) station.write(frame);
  station.write(encodeFrame(Kind.start, 0, JSON.stringify(setUp.settings)));
}
