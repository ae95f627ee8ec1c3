import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

export * from './tools.js';

// Works things out in other threads and processes, and keeps notes in files, as learners do who have just read of them.
const folder = mkdtempSync(join(tmpdir(), 'notes-'));
process.on('exit', () => rmSync(folder, { recursive: true }));

export function add(a, b) {
  writeFileSync(join(folder, 'sum'), String(a + b));
  return Number(readFileSync(join(folder, 'sum'), 'utf8'));
}
export function initials(name) {
  const script = 'console.log(process.argv[1].split(" ").map((w) => w[0].toUpperCase()).join(""))';
  return execFileSync(process.execPath, ['-e', script, name], { encoding: 'utf8' }).trim();
}
export async function later(number) {
  const script = 'const { parentPort } = require("node:worker_threads"); parentPort.once("message", (n) => parentPort.postMessage(n * 2));';
  const worker = new Worker(script, { eval: true });
  worker.postMessage(number);
  const [twice] = await once(worker, 'message');
  await worker.terminate();
  return twice;
}
export async function mapLater(list, ask) {
  const child = spawn('/bin/cat', { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = [];
  for (const item of list) answers.push(await ask(item));
  child.stdin.end(JSON.stringify(answers));
  let said = '';
  for await (const part of child.stdout) said += part;
  return JSON.parse(said);
}
