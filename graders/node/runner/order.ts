import { constants, openSync, readFileSync } from 'node:fs';
import { Descriptor } from './local.ts';

/** Times in milliseconds. */
export interface Settings {
  callMs: number;
  loadMs: number;
  testMs: number;
  /** The same for the same submission and tests. */
  seed: number;
}

/** Where the answers for one test file arrive: a named pipe. */
export interface LineEnd {
  number: number;
  path: string;
}

/** The same with its end opened, without blocking, for what is read by events. */
export interface OpenLineEnd extends LineEnd {
  listen: number;
}

/** What a test process is told to do. */
export interface Order<End extends LineEnd = LineEnd> {
  settings: Settings;
  /** Paths of test files, each with its line. */
  files: { path: string; line: End }[];
  /** Something of a test was sent to the submission before. */
  told: boolean;
}

/** What the test file that runs now is to know. */
export interface FileOrder {
  settings: Settings;
  line: OpenLineEnd;
  told: boolean;
}

/** The environment variable that names the test file which runs now. */
export const TEST_FILE = 'TOUCHSTONE_TEST_FILE';

const ORDER = 'TOUCHSTONE_ORDER';

/** Waits for the order of this process, with the thread stopped. In the environment, vitest's threads find it too. */
export function awaitOrder(): Order<OpenLineEnd> {
  const ordered = JSON.parse(readFileSync(Descriptor.order, 'utf8')) as Order;
  const order = { ...ordered, files: ordered.files.map((file) => ({ ...file, line: opened(file.line) })) };
  process.env[ORDER] = JSON.stringify(order);
  return order;
}

/**
 * Opened by the main thread. When one of vitest's threads ends, Node closes every descriptor that `openSync` gave it;
 * the socket that owned this one has closed it before, and by then the number can be the main thread's event loop.
 */
function opened(line: LineEnd): OpenLineEnd {
  return { ...line, listen: openSync(line.path, constants.O_RDONLY | constants.O_NONBLOCK) };
}

export function orderOfFile(): FileOrder {
  const text = process.env[ORDER];
  if (text === undefined) throw new Error('touchstone can be imported by the tests of a project alone');
  const { settings, files, told } = JSON.parse(text) as Order<OpenLineEnd>;
  const path = process.env[TEST_FILE] ?? '';
  const line = files.find((file) => file.path === path)?.line;
  if (line === undefined) throw new Error(`no line was laid for ${path}`);
  return { settings: { ...settings, seed: seedOfFile(settings.seed, path) }, line, told };
}

/** Each test file draws numbers of its own (FNV-1a over its path). */
function seedOfFile(seed: number, file: string): number {
  let hash = seed | 0;
  for (const byte of Buffer.from(file)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
