export function readOptions(words) {
  const files = [];
  let top = 0;
  let category = '';
  let hasCategory = false;
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
  return { files, top, category, hasCategory };
}
