// Runs in the learner's container, as what is tested does: what `node --test` finds here. Exit code 0: every test passed;
// 1: one did not, or something ended before its time; 3: there was none.
import { run } from 'node:test';

process.exitCode = 1;
let tests = 0;
const count = ({ name, file, line, column, skip, todo, details: { type } }) => {
  // A file without tests is reported as one that has passed.
  const isFile = line === 1 && column === 1 && file?.endsWith(`/${name}`) === true;
  if (type !== 'suite' && !isFile && skip === undefined && todo === undefined) tests += 1;
};
run({ cwd: import.meta.dirname, concurrency: 1 })
  .on('test:pass', count)
  .on('test:fail', count)
  .on('test:summary', ({ file, success }) => {
    // Each file has a summary; the last one is of all.
    if (file === undefined) process.exitCode = success ? (tests === 0 ? 3 : 0) : 1;
  })
  .resume();
