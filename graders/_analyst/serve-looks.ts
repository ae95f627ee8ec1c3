import { writeFileSync } from 'node:fs';
import { encodeFrame, FrameReader, RUNNER_FRAME_BYTES } from '../../src/sandbox/protocol/frames.ts';
import { Kind } from '../../src/sandbox/protocol/kinds.ts';

/** What a process does that `Expendable` starts. Whatever it throws ends it, and costs the file that it looked at. */
export interface Looker {
  /** Says all that there is to say of one file; `meanwhile` is told what is certain even if it dies of the rest. */
  look(file: Uint8Array, meanwhile: (said: object) => void): Promise<object>;
  /** What every file is looked at by; the answer goes to who has told it. */
  instruct?(instructions: unknown): Promise<object>;
}

/** Thrown by a look that has a last word, after which its process is of no use. */
export class LastWord extends Error {
  override readonly name = 'LastWord';
  readonly said: object;

  constructor(said: object) {
    super('ends with a last word');
    this.said = said;
  }
}

/** Looks at one file after another, in the order in which they come. */
export function serveLooks(looker: Looker): void {
  goFirst();
  const reader = new FrameReader(RUNNER_FRAME_BYTES);
  let before: Promise<unknown> = Promise.resolve();
  process.stdin.on('data', (chunk: Uint8Array) => {
    for (const { kind, payload } of reader.push(chunk)) {
      before = before.then(() => (kind === Kind.start ? instruct(looker, payload) : look(looker, payload)));
    }
  });
  say(Kind.idle, {});
}

async function instruct(looker: Looker, payload: Uint8Array): Promise<void> {
  const instructions: unknown = JSON.parse(Buffer.from(payload).toString());
  say(Kind.report, (await looker.instruct?.(instructions)) ?? {});
}

async function look(looker: Looker, payload: Uint8Array): Promise<void> {
  try {
    const said = await looker.look(payload, (known) => {
      say(Kind.progress, known);
    });
    say(Kind.report, said);
  } catch (error) {
    if (!(error instanceof LastWord)) throw error;
    say(Kind.fatal, error.said);
  }
}

/** When memory is short, this process goes first, and not the one that has the others' results. */
function goFirst(): void {
  try {
    writeFileSync('/proc/self/oom_score_adj', '1000');
  } catch {
    // Another runtime may not have it; then the whole analysis may end, and says so.
  }
}

function say(kind: number, content: object): void {
  process.stdout.write(encodeFrame(kind, 0, JSON.stringify(content)));
}
