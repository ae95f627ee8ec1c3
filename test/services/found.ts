import { readFileSync } from 'node:fs';

/** What the set-up script found or started on this machine (`.touchstone/services.env`); the environment comes first. */
export function service(name: string): string {
  const given = process.env[name];
  if (given !== undefined && given !== '') return given;
  const file = new URL('../../.touchstone/services.env', import.meta.url);
  const line = readFileSync(file, 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${name}=`));
  if (line === undefined) throw new Error(`${name} is not set: run scripts/setup.sh --for-tests`);
  return line.slice(name.length + 1).trim();
}
