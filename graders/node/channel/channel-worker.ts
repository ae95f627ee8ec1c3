import { connect, Socket } from 'node:net';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { Kind } from '../../../src/sandbox/protocol/kinds.ts';
import { FileReceiver } from '../files/file-receiver.ts';
import { FrameReader, payloadText, RUNNER_FRAME_BYTES } from '../../../src/sandbox/protocol/frames.ts';
import type { ChannelSource, FromWorker } from './channel.ts';

// Owns the channel on a thread of its own, so that the main thread can stop and wait for an answer.
const { port, signal, source } = workerData as {
  port: MessagePort;
  signal: SharedArrayBuffer;
  source: ChannelSource;
};
const count = new Int32Array(signal);
const reader = new FrameReader(RUNNER_FRAME_BYTES);
const socket =
  'path' in source ? connect(source.path) : new Socket({ fd: source.read, readable: true, writable: false });

function tell(message: FromWorker): void {
  port.postMessage(message);
  Atomics.add(count, 0, 1);
  Atomics.notify(count, 0);
}

const files = 'files' in source ? new FileReceiver(source.files) : null;

socket.on('data', (chunk: Buffer) => {
  for (const frame of reader.push(chunk)) {
    if (frame.kind === Kind.file) files?.take(frame);
    else tell({ kind: frame.kind, id: frame.id, payload: payloadText(frame) });
  }
});
socket.on('error', () => {
  tell(null);
});
socket.on('end', () => {
  tell(null);
});
port.on('message', (bytes: Uint8Array) => {
  socket.write(bytes);
});
parentPort?.on('message', () => {
  socket.destroy();
});
