// The first process of the learner's container. A real language loads and calls the submission's code here; nothing
// of a test is ever in this container but what a question says.
import { appendFileSync, mkdirSync, readFileSync, writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { dirname, join, normalize } from 'node:path';
import { encode, filePiece, Kind, readFrames } from './frames.mjs';

const FOLDER = '/submission';
const MAX_ANSWER = 1024 * 1024;

const send = (frame) => {
  for (let at = 0; at < frame.length;) at += writeSync(4, frame, at);
};

function answer({ file }) {
  try {
    const text = readFileSync(join(FOLDER, file), 'utf8');
    return text.length > MAX_ANSWER ? { tooLong: true } : { text };
  } catch {
    return { missing: true };
  }
}

readFrames(new Socket({ fd: 3, readable: true, writable: false }), ({ kind, id, payload }) => {
  if (kind === Kind.file) {
    const { path, bytes } = filePiece(payload);
    const target = join(FOLDER, normalize(`/${path}`));
    mkdirSync(dirname(target), { recursive: true });
    appendFileSync(target, bytes);
  }
  if (kind === Kind.start) send(encode(Kind.ready));
  if (kind === Kind.ping) send(encode(Kind.pong));
  if (kind === Kind.request) send(encode(Kind.reply, id, JSON.stringify(answer(JSON.parse(payload)))));
});
send(encode(Kind.idle));
