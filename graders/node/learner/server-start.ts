import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Account } from '../../../src/sandbox/relay/account.ts';
import type { Child } from './child.ts';
import { Exceeded, exceededBy, PROGRAM_TIME } from './exceeded.ts';
import { errorPrinted } from './printed-error.ts';
import { lookAtOthers, portsListenedOn } from './processes.ts';

/** CPU time that a server may use from its start until it listens, ms. */
const START_MS = 8000;
/** How long it may wait in one go before it listens, ms: long enough for a pause that a learner has put there. */
const QUIET_MS = 3000;
/** The same when it listens already, on another port. */
const ELSEWHERE_MS = 300;
const CONNECT_EVERY_MS = 10;
const LOOK_MS = 100;
/** A look says nothing of the time before it in which nobody looked, as when the machine let this process wait: so much, at most, ms. */
const SEEN_MS = 2 * LOOK_MS;
const ADDRESSES = ['127.0.0.1', '::1'];

/** Waits until a server listens on its port, and resolves to the address. Rejects with what kept it from that. */
export async function untilItListens(child: Child, port: number): Promise<string> {
  const portsBefore = new Set(portsListenedOn());
  const time = new Account(START_MS);
  const state: { ended: boolean } = { ended: false };
  const end = (): void => {
    state.ended = true;
  };
  child.ended.then(end, end);
  let quietMs = 0;
  let before = lookAtOthers();
  let last = performance.now();
  for (;;) {
    for (const host of ADDRESSES) if (await answers(host, port)) return host;
    if (state.ended) throw startError(await child.ended, child.stderr());
    await sleep(CONNECT_EVERY_MS);
    const elapsed = performance.now() - last;
    if (elapsed < LOOK_MS) continue;
    last += elapsed;
    const others = lookAtOthers();
    const used = others.cpuMs - before.cpuMs;
    before = others;
    time.pass(elapsed);
    time.explain(used, others.ready);
    quietMs = used === 0 && !others.ready ? quietMs + Math.min(elapsed, SEEN_MS) : 0;
    const elsewhere = portsListenedOn().find((other) => !portsBefore.has(other));
    if (elsewhere !== undefined && quietMs >= ELSEWHERE_MS) {
      throw new Error(
        `The server listens on port ${elsewhere}; it must take its port from the environment variable PORT.`,
      );
    }
    if (quietMs >= QUIET_MS) {
      throw new Error(
        'The server was started and does not listen on any port: it must listen on the one in the environment variable PORT.',
      );
    }
    const how = time.ranOut(true);
    if (how !== null) throw new Exceeded(PROGRAM_TIME[how]);
  }
}

function startError(ended: Awaited<Child['ended']>, stderr: string): Error {
  const how = ended.code === null ? 'was ended by a signal' : `ended with exit code ${ended.code}`;
  return (
    exceededBy(ended, stderr) ?? errorPrinted(stderr, `The server ${how} before it listened on its port.`)
  );
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}
