/** What a test process is told by the supervisor, through its environment. Times in milliseconds. */
export interface Settings {
  callMs: number;
  loadMs: number;
  testMs: number;
  /** The same for the same submission, tests and test file. */
  seed: number;
}

export function readSettings(): Settings {
  const text = process.env['TOUCHSTONE_SETTINGS'];
  if (text === undefined) throw new Error('touchstone can be imported by the tests of a project alone');
  const settings = JSON.parse(text) as Settings;
  return { ...settings, seed: seedOfFile(settings.seed, process.env[TEST_FILE] ?? '') };
}

/** The environment variable that names the test file which runs now. */
export const TEST_FILE = 'TOUCHSTONE_TEST_FILE';

/** Each test file draws numbers of its own (FNV-1a over its path). */
function seedOfFile(seed: number, file: string): number {
  let hash = seed | 0;
  for (const byte of Buffer.from(file)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
