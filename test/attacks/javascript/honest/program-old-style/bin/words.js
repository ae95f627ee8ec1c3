#!/usr/bin/env node
'use strict';
const fs = require('fs');
const lib = require('../lib');

function main(argv) {
  const call = lib.parse(argv);
  if (call.error) return fail(2, call.error);
  let text = '';
  try {
    text = call.files.length ? call.files.map((f) => fs.readFileSync(f, 'utf-8')).join('\n') : fs.readFileSync('/dev/stdin', 'utf-8');
  } catch (e) {
    return fail(1, e.message);
  }
  const result = lib.report(text, call.top);
  if (call.out) fs.writeFileSync(call.out, result);
  else console.log(result.replace(/\n$/, '') || '\b');
  if (!call.out && result === '') return;
}
function fail(code, message) {
  console.error('words: ' + message);
  process.exitCode = code;
}
main(process.argv.slice(2));
