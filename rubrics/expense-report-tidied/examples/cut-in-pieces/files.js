import fs from 'node:fs';

export function readFiles(state, { files, category, hasCategory }) {
  for (let i = 0; i < files.length; i++) {
    let data = null;
    try {
      data = fs.readFileSync(files[i], 'utf8');
    } catch {
      console.error('cannot read ' + files[i]);
      state.problems = state.problems + 1;
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
                if (state.sums[fields[1].trim()] === undefined) {
                  state.sums[fields[1].trim()] = cents;
                } else {
                  state.sums[fields[1].trim()] = state.sums[fields[1].trim()] + cents;
                }
                state.sum = state.sum + cents;
              }
            } else {
              console.error(files[i] + ', line ' + (j + 1) + ': the amount is wrong: ' + line);
              state.problems = state.problems + 1;
            }
          } else {
            console.error(files[i] + ', line ' + (j + 1) + ': this is not an expense: ' + line);
            state.problems = state.problems + 1;
          }
        }
      }
    }
  }
}
