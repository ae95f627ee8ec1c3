import {
  encodeFrame,
  FrameReader,
  payloadText,
  RUNNER_FRAME_BYTES,
} from '../../src/sandbox/protocol/frames.ts';
import { readFileFrame } from '../../src/sandbox/protocol/file-frames.ts';
import { Kind } from '../../src/sandbox/protocol/kinds.ts';

/** What every analysis is given: the submission, until when it may go on, and whom to tell which file it begins. */
export interface Task {
  files: ReadonlyMap<string, Uint8Array>;
  /** What this analysis is told besides, as the worker sent it. */
  options: unknown;
  /** On the clock of `performance.now()`. */
  until: number;
  onBegin: (path: string) => void;
}

/**
 * The part of an analyst's first process: it says when it is `free`, takes the files of one submission, has one of
 * `analyses` made of them, sends its report, and may then have the next. The files stay in its memory: none is written down under its own
 * name, so that no tool can take one for its settings, and no link can exist.
 */
export function serveAnalyses(
  analyses: Record<string, (task: Task) => Promise<object>>,
  free: () => Promise<unknown> = () => Promise.resolve(),
): void {
  const pieces = new Map<string, Uint8Array[]>();
  const reader = new FrameReader(RUNNER_FRAME_BYTES);

  const start = async (text: string): Promise<void> => {
    const settings = JSON.parse(text) as { analysis: string; options: unknown; totalMs: number };
    const analysis = analyses[settings.analysis];
    if (analysis === undefined) throw new Error(`there is no analysis ${settings.analysis}`);
    send(Kind.ready);
    const files = new Map([...pieces].map(([path, parts]) => [path, Buffer.concat(parts)]));
    pieces.clear();
    const report = await analysis({
      files,
      options: settings.options,
      until: performance.now() + settings.totalMs,
      onBegin: (file) => {
        send(Kind.progress, JSON.stringify({ file }));
      },
    });
    send(Kind.report, JSON.stringify(report));
    await free();
    send(Kind.idle);
  };

  process.stdin.on('data', (chunk: Uint8Array) => {
    for (const frame of reader.push(chunk)) {
      if (frame.kind === Kind.file) {
        const { path, bytes } = readFileFrame(frame);
        pieces.set(path, [...(pieces.get(path) ?? []), bytes]);
      }
      if (frame.kind === Kind.start) void start(payloadText(frame));
    }
  });
  process.stdin.on('end', () => {
    process.exit(0);
  });
  void free().then(() => {
    send(Kind.idle);
  });
}

function send(kind: number, payload = ''): void {
  process.stdout.write(encodeFrame(kind, 0, payload));
}
