/**
 * Exits 0 if node_modules holds what package-lock.json says, 1 if `npm ci` has to run. npm keeps a copy of the lock
 * beside what it installed, so two files are read instead of a thousand.
 */
import { readFileSync } from 'node:fs';

const packagesIn = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
};

const wanted = packagesIn('package-lock.json') ?? {};
const installed = packagesIn('node_modules/.package-lock.json');

// An optional package for another platform is in the lock, but rightly not in node_modules.
const matches = ([path, { version, optional }]) =>
  path === '' || installed[path]?.version === version || (optional && installed[path] === undefined);

process.exit(installed !== undefined && Object.entries(wanted).every(matches) ? 0 : 1);
