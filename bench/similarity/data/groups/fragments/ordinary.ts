import type { Half } from '../../submission.ts';
import type { Fragment } from '../fragment.ts';

const one = (id: string, code: string): Fragment => ({ id, kind: 'T', form: 'helper', code: [code] });
type Sides = Readonly<Record<'script' | 'python', Readonly<Record<Half, readonly Fragment[]>>>>;

/** What many people write unasked. */
export const IDIOMS: Sides = {
  script: {
    dev: [
      one(
        'clamp',
        `const clamp = (number, low, high) => {
  return Math.min(Math.max(number, low), high);
};`,
      ),
      one(
        'is-empty',
        `function isEmpty(value) {
  return value === undefined || value === null || value.length === 0;
}`,
      ),
      one(
        'range',
        `const range = (from, to) => {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
};`,
      ),
      one(
        'capitalize',
        `function capitalize(word) {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}`,
      ),
    ],
    held: [
      one(
        'sum',
        `const sum = (numbers) => {
  return numbers.reduce((total, number) => total + number, 0);
};`,
      ),
      one(
        'sleep',
        `function sleep(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}`,
      ),
      one(
        'random-int',
        `function randomInt(min, max) {
  return Math.floor(Math.random() * (max - min + 1)) + min;
}`,
      ),
      one(
        'deep-copy',
        `function deepCopy(value) {
  return JSON.parse(JSON.stringify(value));
}`,
      ),
    ],
  },
  python: {
    dev: [
      one(
        'py-clamp',
        `def clamp(number, low, high):
    return max(low, min(number, high))`,
      ),
      one(
        'py-chunks',
        `def chunks(items, size):
    for start in range(0, len(items), size):
        yield items[start:start + size]`,
      ),
      one(
        'py-flatten',
        `def flatten(rows):
    return [item for row in rows for item in row]`,
      ),
    ],
    held: [
      one(
        'py-is-prime',
        `def is_prime(number):
    if number < 2:
        return False
    return all(number % divisor for divisor in range(2, int(number ** 0.5) + 1))`,
      ),
      one(
        'py-gcd',
        `def gcd(a, b):
    while b:
        a, b = b, a % b
    return a`,
      ),
      one(
        'py-unique',
        `def unique(items):
    seen = set()
    return [item for item in items if not (item in seen or seen.add(item))]`,
      ),
    ],
  },
};

/** What a course could hand out. */
export const GIVEN: Sides = {
  script: {
    dev: [
      one(
        'given-logger',
        `const LOG_LEVELS = ['debug', 'info', 'warn'];
function logLine(level, message, ...details) {
  if (LOG_LEVELS.indexOf(level) < 1) return;
  const time = new Date().toISOString().slice(11, 19);
  console.log('[' + time + '] ' + level.padEnd(5) + ' ' + message, ...details);
}`,
      ),
      one(
        'given-check',
        `function assertInput(condition, explanation) {
  if (!condition) {
    const problem = new Error('Input is not valid: ' + explanation);
    problem.name = 'InputError';
    throw problem;
  }
  return true;
}`,
      ),
      one(
        'given-store',
        `const createStore = (initial) => {
  let state = { ...initial };
  const listeners = [];
  return {
    get: () => state,
    set: (part) => {
      state = { ...state, ...part };
      listeners.forEach((listener) => listener(state));
    },
    listen: (listener) => listeners.push(listener),
  };
};`,
      ),
    ],
    held: [
      one(
        'given-table',
        `function printTable(rows, width = 12) {
  for (const row of rows) {
    const cells = Object.values(row).map((cell) => String(cell).padEnd(width, '.'));
    console.log('| ' + cells.join(' | ') + ' |');
  }
  return rows.length;
}`,
      ),
      one(
        'given-timer',
        `const stopwatch = () => {
  const started = Date.now();
  const laps = [];
  return {
    lap: (label) => laps.push({ label, after: Date.now() - started }),
    report: () => laps.map(({ label, after }) => label + ': ' + after + ' ms').join('\\n'),
  };
};`,
      ),
      one(
        'given-parse',
        `function parseCommand(line) {
  const [verb, ...words] = line.trim().split(/\\s+/);
  const options = words.filter((word) => word.startsWith('--')).map((word) => word.slice(2));
  return { verb: verb.toLowerCase(), words: words.filter((word) => !word.startsWith('--')), options };
}`,
      ),
    ],
  },
  python: {
    dev: [
      one(
        'py-given-logger',
        `def log_line(level, message, *details):
    levels = ["debug", "info", "warn"]
    if levels.index(level) < 1:
        return
    stamp = __import__("time").strftime("%H:%M:%S")
    print("[" + stamp + "] " + level.ljust(5) + " " + message, *details)`,
      ),
      one(
        'py-given-check',
        `class InputProblem(ValueError):
    def __init__(self, explanation, value=None):
        super().__init__("Input is not valid: " + explanation)
        self.explanation = explanation
        self.value = value`,
      ),
    ],
    held: [
      one(
        'py-given-table',
        `def print_table(rows, width=12):
    for row in rows:
        cells = [str(cell).ljust(width, ".") for cell in row]
        print("| " + " | ".join(cells) + " |")
    return len(rows)`,
      ),
      one(
        'py-given-parse',
        `def parse_command(line):
    verb, *words = line.strip().split()
    options = [word[2:] for word in words if word.startswith("--")]
    return {"verb": verb.lower(), "words": [word for word in words if not word.startswith("--")], "options": options}`,
      ),
    ],
  },
};
