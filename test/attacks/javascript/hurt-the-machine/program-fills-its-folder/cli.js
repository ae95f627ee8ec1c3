import { closeSync, ftruncateSync, mkdirSync, openSync, writeFileSync } from 'node:fs';

const attempt = (work) => {
  try {
    work();
    return true;
  } catch {
    return false;
  }
};
const big = Buffer.alloc(4 * 1024 * 1024, 1);
attempt(() => {
  const sparse = openSync('sparse', 'w');
  ftruncateSync(sparse, 2 ** 40);
  closeSync(sparse);
});
for (let at = 0; attempt(() => writeFileSync(`big-${at}`, big)); at += 1);
for (let at = 0; attempt(() => writeFileSync(`small-${at}`, '')); at += 1);
let path = '.';
while (attempt(() => mkdirSync((path = `${path}/${'d'.repeat(200)}`))));
