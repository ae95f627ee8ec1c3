import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { setPriority } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Answer, type Compared, type Indexed, type Question } from './messages.ts';

const program = fileURLToPath(new URL('./child.ts', import.meta.url));
const runsTypeScript = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Whatever else there is to do on the machine comes first (Unix niceness). */
const NICE = 15;

/** What comparing may take. */
export interface ComparingLimits {
  /** How long one question may take, ms. */
  questionMs: number;
  /** MiB. */
  memoryMiB: number;
}

const defaultLimits: ComparingLimits = { questionMs: 120_000, memoryMiB: 1_024 };

/** Compares in a process of its own, beside which everything else goes on, one question after the other. Rejects where it fails, takes too long or too much. */
export interface ComparingProcess {
  index(question: Omit<Extract<Question, { what: 'index' }>, 'what'>): Promise<Indexed>;
  compare(question: Omit<Extract<Question, { what: 'compare' }>, 'what'>): Promise<Compared>;
  close(): void;
}

export function startComparing(limits: ComparingLimits = defaultLimits): ComparingProcess {
  let child: ChildProcess | null = null;
  let closed = false;

  const started = async (): Promise<ChildProcess> => {
    if (closed) throw new Error('comparing was ended before');
    if (child?.connected === true && !child.killed) return child;
    const fresh = fork(program, {
      execArgv: [`--max-old-space-size=${limits.memoryMiB}`, '--import', runsTypeScript],
      serialization: 'advanced',
      // It needs nothing of ours: no setting, and no secret.
      env: { PATH: process.env['PATH'] },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child = fresh;
    if (fresh.pid !== undefined) becomeNice(fresh.pid);
    await heard(fresh, limits.questionMs, 'ready');
    return fresh;
  };

  const ask = async <Says extends Answer['says']>(
    question: Question,
    says: Says,
  ): Promise<Extract<Answer, { says: Says }>> => {
    const asked = await started();
    const answer = heard(asked, limits.questionMs, says);
    // Its end says that it could not be told.
    asked.send(question, () => undefined);
    return answer;
  };

  return {
    index: async (question) => (await ask({ what: 'index', ...question }, 'indexed')).indexed,
    compare: async (question) => (await ask({ what: 'compare', ...question }, 'compared')).compared,
    close() {
      closed = true;
      child?.kill('SIGKILL');
    },
  };
}

function becomeNice(pid: number): void {
  try {
    setPriority(pid, NICE);
  } catch {
    // It is gone already, which whoever asks it is told, or the system has no such thing.
  }
}

/** The next thing that a process says. Where it is none of what was asked for, or comes too late, the process is ended. */
function heard<Says extends Answer['says']>(
  child: ChildProcess,
  ms: number,
  says: Says,
): Promise<Extract<Answer, { says: Says }>> {
  return new Promise((resolve, reject) => {
    const settle = (why: string | null, answer?: Extract<Answer, { says: Says }>): void => {
      clearTimeout(late);
      child.off('message', hear).off('error', fail).off('close', fail);
      if (answer !== undefined) {
        resolve(answer);
        return;
      }
      child.kill('SIGKILL');
      reject(new Error(`works could not be compared: ${why ?? 'the process ended'}`));
    };
    const is = (answer: Answer): answer is Extract<Answer, { says: Says }> => answer.says === says;
    const hear = (message: unknown): void => {
      const { data } = Answer.safeParse(message);
      if (data !== undefined && is(data)) settle(null, data);
      else settle(data?.says === 'failed' ? data.why : 'it said something else');
    };
    const fail = (): void => {
      settle(null);
    };
    const late = setTimeout(() => {
      settle('it took too long');
    }, ms);
    child.on('message', hear).on('error', fail).on('close', fail);
  });
}
