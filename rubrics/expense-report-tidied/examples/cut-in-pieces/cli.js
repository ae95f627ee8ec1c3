#!/usr/bin/env node
import { readOptions } from './options.js';
import { readFiles } from './files.js';
import { readStandardInput } from './standard-input.js';
import { print } from './print.js';

const options = readOptions(process.argv.slice(2));
const state = { sums: {}, sum: 0, problems: 0 };
if (options.files.length === 0) {
  readStandardInput(state, options);
} else {
  readFiles(state, options);
}
print(state, options);
process.exitCode = state.problems > 0 ? 1 : 0;
