import {
  encodeFrame,
  FrameReader,
  payloadText,
  RUNNER_FRAME_BYTES,
} from '../../../src/sandbox/protocol/frames.ts';
import { readFileFrame } from '../../../src/sandbox/protocol/file-frames.ts';
import { Kind } from '../../../src/sandbox/protocol/kinds.ts';
import { readSyntax } from './syntax/read-syntax.ts';

// The first process of an analyst's container. The files of the submission stay in its memory: none is written down
// under its own name, so that no tool can take one for its settings, and no link can exist.

/** What every analysis is given: the submission, until when it may go on, and whom to tell which file it begins. */
interface Task {
  files: ReadonlyMap<string, Uint8Array>;
  /** On the clock of `performance.now()`. */
  until: number;
  onBegin: (path: string) => void;
}

const ANALYSES: Record<string, (task: Task) => Promise<object>> = { syntax: readSyntax };

const pieces = new Map<string, Uint8Array[]>();
const reader = new FrameReader(RUNNER_FRAME_BYTES);

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
send(Kind.idle);

async function start(text: string): Promise<void> {
  const settings = JSON.parse(text) as { analysis: string; totalMs: number };
  const analysis = ANALYSES[settings.analysis];
  if (analysis === undefined) throw new Error(`there is no analysis ${settings.analysis}`);
  send(Kind.ready);
  const files = new Map([...pieces].map(([path, parts]) => [path, Buffer.concat(parts)]));
  pieces.clear();
  const report = await analysis({
    files,
    until: performance.now() + settings.totalMs,
    onBegin: (file) => {
      send(Kind.progress, JSON.stringify({ file }));
    },
  });
  send(Kind.report, JSON.stringify(report));
}

function send(kind: number, payload = ''): void {
  process.stdout.write(encodeFrame(kind, 0, payload));
}
