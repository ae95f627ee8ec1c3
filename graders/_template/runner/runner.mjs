// The first process of the runner's container. A real language starts its test framework here. A test file of this one:
//     { "tests": [{ "name": "greets", "file": "greeting.txt", "contains": "Hello" }] }
import { encode, filePiece, Kind, readFrames } from './frames.mjs';

const files = new Map();
const waiting = new Map();
// Ids go on from run to run: an answer that comes too late finds nobody.
let asked = 0;
const send = (frame) => process.stdout.write(frame);

/** Asks the submission; resolves to its answer, or to the worker's failure in its place. */
function ask(question, milliseconds) {
  asked += 1;
  const id = asked;
  send(encode(Kind.request, id, `${milliseconds} ${JSON.stringify(question)}`));
  return new Promise((resolve) => waiting.set(id, resolve));
}

/** Why a test did not pass; null when it passed. The answer is the submission's, so nothing in it is trusted. */
async function causeOf({ file, contains }, callMs) {
  const { failure, text, missing } = await ask({ file }, callMs);
  if (failure) return { kind: 'limit', reason: failure.reason };
  if (missing) {
    const message = `There is no file ${file} in the submission.`;
    return { kind: 'learner', name: 'Error', message, file: null, line: null, beforeAnyCall: true };
  }
  if (typeof text !== 'string') return { kind: 'limit', reason: 'output' };
  if (text.includes(contains)) return null;
  return {
    kind: 'assertion',
    message: `${file} does not have it`,
    expected: contains,
    actual: text.slice(0, 4000),
  };
}

async function runAll({ callMs }) {
  const start = Date.now();
  const tests = [];
  const broken = [];
  for (const [path, bytes] of files) {
    if (!path.endsWith('.test.json')) continue;
    try {
      for (const test of JSON.parse(bytes).tests) {
        const cause = await causeOf(test, callMs);
        tests.push({
          name: test.name,
          status: cause === null ? 'passed' : 'failed',
          duration: 0,
          filePath: path,
          extra: { cause },
        });
        send(encode(Kind.progress, 0, JSON.stringify({ done: tests.length })));
      }
    } catch (error) {
      broken.push({ file: path, cause: { kind: 'author', message: String(error) } });
    }
  }
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const summary = {
    tests: tests.length,
    passed,
    failed: tests.length - passed,
    skipped: 0,
    pending: 0,
    other: 0,
    start,
    stop: Date.now(),
  };
  const results = { tool: { name: 'text' }, summary, tests, extra: { broken } };
  send(encode(Kind.report, 0, JSON.stringify({ reportFormat: 'CTRF', specVersion: '0.0.0', results })));
  // Nothing of this run is left for the next.
  files.clear();
  waiting.clear();
  send(encode(Kind.idle));
}

readFrames(process.stdin, ({ kind, id, payload }) => {
  if (kind === Kind.file) {
    const { path, bytes } = filePiece(payload);
    files.set(path, Buffer.concat([files.get(path) ?? Buffer.alloc(0), bytes]));
  }
  if (kind === Kind.start) {
    send(encode(Kind.ready));
    void runAll(JSON.parse(payload));
  }
  if (kind === Kind.failure) waiting.get(id)?.({ failure: JSON.parse(payload) });
  if (kind === Kind.reply) waiting.get(id)?.(parsed(payload));
});
send(encode(Kind.idle));

function parsed(payload) {
  try {
    const answer = JSON.parse(payload);
    return typeof answer === 'object' && answer !== null ? answer : {};
  } catch {
    return {};
  }
}
