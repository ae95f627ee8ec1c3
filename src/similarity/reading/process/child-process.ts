import { fork, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Answer, type Question } from './messages.ts';

const program = fileURLToPath(new URL('./child.ts', import.meta.url));
const runsTypeScript = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** A page of WebAssembly's memory, in MiB. */
const PAGE_MIB = 1 / 16;
const LOG_CHARACTERS = 4_000;

/** Until then it can be asked, on the busiest machine. Measured: half a second, and 3 s with ten others at work. */
const BOOT_MS = 60_000;

/** What became of a question. `at`: the file that it died of, where it had begun one. `undone`: it died before, of another one. */
export type Outcome =
  Extract<Answer, { says: 'read' }> | { says: 'lost'; why: Loss; at: string | null } | { says: 'undone' };

/** Why a process gave no answer. */
export type Loss = 'time' | 'memory' | 'crash';

/** One process that reads submissions until it dies of one. */
export class Child {
  readonly #process: ChildProcess;
  #alive = true;
  #log = '';
  #at: string | null = null;
  /** In the order in which they are answered. */
  readonly #asked: { settle: (outcome: Outcome) => void; ms: number }[] = [];
  #deadline: NodeJS.Timeout | undefined;
  #ready: (isReady: boolean) => void = () => undefined;
  /** Whether it came so far that it can be asked. */
  readonly booted: Promise<boolean>;

  constructor(memoryMiB: number) {
    const late = setTimeout(() => {
      this.#giveUp('time');
    }, BOOT_MS);
    this.booted = new Promise((resolve) => {
      this.#ready = (isReady) => {
        clearTimeout(late);
        resolve(isReady);
      };
    });
    this.#process = fork(program, {
      execArgv: [
        `--max-old-space-size=${memoryMiB}`,
        `--wasm-max-mem-pages=${memoryMiB / PAGE_MIB}`,
        '--import',
        runsTypeScript,
      ],
      serialization: 'advanced',
      // It needs nothing of ours: no setting, and no secret.
      env: { PATH: process.env['PATH'] },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#process.stderr?.on('data', (chunk: Buffer) => {
      this.#log = (this.#log + chunk.toString()).slice(-LOG_CHARACTERS);
    });
    this.#process.on('message', (message) => {
      this.#hear(message);
    });
    this.#process.on('error', () => {
      this.#giveUp('crash');
    });
    this.#process.on('close', (_code, signal) => {
      const outOfMemory = signal === 'SIGKILL' || /out of memory/i.test(this.#log);
      this.#giveUp(outOfMemory ? 'memory' : 'crash');
    });
  }

  get alive(): boolean {
    return this.#alive;
  }

  /** The end of what it printed on standard error. */
  get log(): string {
    return this.#log;
  }

  /** Never rejects. May be asked again before it has answered. `ms`: how long it may take, once its turn has come. */
  ask(question: Question, ms: number): Promise<Outcome> {
    if (!this.#alive) return Promise.resolve({ says: 'undone' });
    return new Promise((settle) => {
      this.#asked.push({ settle, ms });
      if (this.#asked.length === 1) this.#begin();
      // Its end says that it could not be told.
      this.#process.send(question, () => undefined);
    });
  }

  /** What it was asked is undone. */
  end(): void {
    this.#alive = false;
    this.#ready(false);
    clearTimeout(this.#deadline);
    this.#process.kill('SIGKILL');
    for (const { settle } of this.#asked.splice(0)) settle({ says: 'undone' });
  }

  /** The turn of the next question has come. */
  #begin(): void {
    clearTimeout(this.#deadline);
    this.#at = null;
    const [next] = this.#asked;
    if (next === undefined) return;
    this.#deadline = setTimeout(() => {
      this.#giveUp('time');
    }, next.ms);
  }

  #hear(message: unknown): void {
    const answer = Answer.safeParse(message);
    if (!answer.success) this.#giveUp('crash');
    else if (answer.data.says === 'ready') this.#ready(true);
    else if (answer.data.says === 'reading') this.#at = answer.data.path;
    else if (answer.data.says === 'read') {
      const answered = this.#asked.shift();
      this.#begin();
      answered?.settle(answer.data);
    } else this.#giveUp(/memory/i.test(answer.data.why) ? 'memory' : 'crash');
  }

  #giveUp(why: Loss): void {
    this.#asked.shift()?.settle({ says: 'lost', why, at: this.#at });
    this.end();
  }
}
