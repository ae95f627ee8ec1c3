import Docker from 'dockerode';
import { type Clock, systemClock } from '../../../domain/clock.ts';
import { CALL_MS, dockerStatus } from '../calls.ts';
import { admitted, answered, closed, missed } from './breaker.ts';

interface Call {
  path: string;
  method?: string;
}
type Callback = (error: unknown, result?: unknown) => void;

/** The one function of dockerode's connection that every call goes through. */
interface Modem {
  dial(call: Call, callback: Callback): void;
}

/** How long a ping may take that asks whether the engine is back, ms. */
const PING_MS = 5_000;

/** Calls whose first answer may take as long as the work itself; `dockerCall` gives a build ten minutes. */
const WORK_MS = 10 * 60_000;
const MAY_BE_SILENT = /\/(build|images\/create|images\/load|wait|stats)(\?|$)/;

/**
 * Connects to Docker as the environment says, with a breaker between: when Docker gives no sign of life, calls fail at
 * once. What removes is always tried, for nothing may be left over, and so is a ping.
 */
export function connectDocker({
  docker = new Docker(),
  clock = systemClock,
  silentMs = CALL_MS,
}: {
  docker?: Docker;
  clock?: Clock;
  /** How long a call may be without an answer before that counts as none, ms. */
  silentMs?: number;
} = {}): Docker {
  const modem = docker.modem as Modem;
  const dial = modem.dial.bind(modem);
  let breaker = closed;

  /** Makes a call, and takes its outcome for a sign of life or for none. */
  const made = (call: Call, callback: Callback, limitMs: number): void => {
    let counted = false;
    const isMissed = (): void => {
      if (counted) return;
      counted = true;
      breaker = missed(breaker, clock.now());
    };
    const timer = setTimeout(isMissed, MAY_BE_SILENT.test(call.path) ? WORK_MS : limitMs);
    timer.unref();
    dial(call, (error: unknown, result?: unknown) => {
      clearTimeout(timer);
      if (error === null || error === undefined || dockerStatus(error) !== null) breaker = answered();
      else if (!isAbort(error)) isMissed();
      callback(error, result);
    });
  };

  modem.dial = (call, callback) => {
    if (call.method === 'DELETE' || call.path.startsWith('/_ping')) {
      made(call, callback, silentMs);
      return;
    }
    const { answer, next } = admitted(breaker, clock.now());
    breaker = next;
    if (answer === 'go') made(call, callback, silentMs);
    else if (answer === 'no') callback(new Error(AWAY));
    else {
      ping(made).then(
        () => {
          made(call, callback, silentMs);
        },
        () => {
          callback(new Error(AWAY));
        },
      );
    }
  };
  return docker;
}

const AWAY = 'it has not answered the last calls, and is asked again in a few seconds';

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

function ping(made: (call: Call, callback: Callback, limitMs: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(AWAY));
    }, PING_MS + 100);
    const call = { path: '/_ping', method: 'GET', statusCodes: { 200: true } };
    made(
      call,
      (error) => {
        clearTimeout(timer);
        if (error === null || error === undefined) resolve();
        else reject(new Error(AWAY));
      },
      PING_MS,
    );
  });
}
