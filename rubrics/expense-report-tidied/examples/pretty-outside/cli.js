#!/usr/bin/env node
// An expense report: adds up what was spent, by category.
import fs from 'node:fs';

let words = process.argv.slice(2);
let files = [];
let top = 0;
let category = '';
let hasCategory = false;
let sums = {};
let sum = 0;
let problems = 0;

for (let i = 0; i < words.length; i++) {
  if (words[i] === '--top') {
    i = i + 1;
    if (words[i] === undefined) {
      console.error('--top needs a number');
      process.exit(2);
    } else {
      if (!/^[0-9]+$/.test(words[i])) {
        console.error('--top needs a number, not ' + words[i]);
        process.exit(2);
      } else {
        top = words[i] * 1;
        if (top === 0) {
          console.error('--top needs a number from 1 up');
          process.exit(2);
        }
      }
    }
  } else if (words[i] === '--category') {
    i = i + 1;
    if (words[i] === undefined) {
      console.error('--category needs a name');
      process.exit(2);
    } else {
      category = words[i];
      hasCategory = true;
    }
  } else if (words[i].substring(0, 1) === '-') {
    console.error('unknown option ' + words[i]);
    process.exit(2);
  } else {
    files.push(words[i]);
  }
}

function pad(n) {
  if (n < 10) {
    return '0' + n;
  } else {
    return '' + n;
  }
}

if (files.length === 0) {
  let data = fs.readFileSync(0, 'utf8');
  let lines = data.split('\n');
  for (let j = 0; j < lines.length; j++) {
    let line = lines[j].replace('\r', '');
    if (line.trim() !== '') {
      let fields = line.split(',');
      if (fields.length === 3) {
        if (/^[0-9]+(\.[0-9][0-9]?)?$/.test(fields[2].trim())) {
          if (hasCategory === false || fields[1].trim() === category) {
            let parts = fields[2].trim().split('.');
            let cents = parts[0] * 100;
            if (parts.length === 2) {
              if (parts[1].length === 1) {
                cents = cents + parts[1] * 10;
              } else {
                cents = cents + parts[1] * 1;
              }
            }
            if (sums[fields[1].trim()] === undefined) {
              sums[fields[1].trim()] = cents;
            } else {
              sums[fields[1].trim()] = sums[fields[1].trim()] + cents;
            }
            sum = sum + cents;
          }
        } else {
          console.error('standard input, line ' + (j + 1) + ': the amount is wrong: ' + line);
          problems = problems + 1;
        }
      } else {
        console.error('standard input, line ' + (j + 1) + ': this is not an expense: ' + line);
        problems = problems + 1;
      }
    }
  }
} else {
  for (let i = 0; i < files.length; i++) {
    let data = null;
    try {
      data = fs.readFileSync(files[i], 'utf8');
    } catch {
      console.error('cannot read ' + files[i]);
      problems = problems + 1;
    }
    if (data !== null) {
      let lines = data.split('\n');
      for (let j = 0; j < lines.length; j++) {
        let line = lines[j].replace('\r', '');
        if (line.trim() !== '') {
          let fields = line.split(',');
          if (fields.length === 3) {
            if (/^[0-9]+(\.[0-9][0-9]?)?$/.test(fields[2].trim())) {
              if (hasCategory === false || fields[1].trim() === category) {
                let parts = fields[2].trim().split('.');
                let cents = parts[0] * 100;
                if (parts.length === 2) {
                  if (parts[1].length === 1) {
                    cents = cents + parts[1] * 10;
                  } else {
                    cents = cents + parts[1] * 1;
                  }
                }
                if (sums[fields[1].trim()] === undefined) {
                  sums[fields[1].trim()] = cents;
                } else {
                  sums[fields[1].trim()] = sums[fields[1].trim()] + cents;
                }
                sum = sum + cents;
              }
            } else {
              console.error(files[i] + ', line ' + (j + 1) + ': the amount is wrong: ' + line);
              problems = problems + 1;
            }
          } else {
            console.error(files[i] + ', line ' + (j + 1) + ': this is not an expense: ' + line);
            problems = problems + 1;
          }
        }
      }
    }
  }
}

let names = Object.keys(sums);
names.sort();
names.sort(function (c, d) {
  return sums[d] - sums[c];
});
let n = 0;
for (let i = 0; i < names.length; i++) {
  if (top === 0 || n < top) {
    let c = sums[names[i]];
    console.log(names[i] + ': ' + (c - (c % 100)) / 100 + '.' + pad(c % 100));
    n = n + 1;
  }
}
console.log('total: ' + (sum - (sum % 100)) / 100 + '.' + pad(sum % 100));
if (problems > 0) {
  process.exitCode = 1;
} else {
  process.exitCode = 0;
}
