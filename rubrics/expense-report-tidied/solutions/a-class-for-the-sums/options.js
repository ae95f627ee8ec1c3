/** How the word behind an option is taken over; each gives back what was wrong with it, or null. */
const takers = {
  '--top': (options, word = '') => {
    options.top = Number(word);
    return /^0*[1-9]\d*$/.test(word) ? null : '--top needs a whole number from 1 up.';
  },
  '--category': (options, word = null) => {
    options.category = word;
    return word === null ? '--category needs a name.' : null;
  },
};

/** What the words behind the program's name ask for; `mistake` says what is wrong with them, or is null. */
export function readOptions(words) {
  const options = { top: null, category: null, files: [], mistake: null };
  const left = [...words];
  while (left.length > 0 && options.mistake === null) {
    const word = left.shift();
    if (Object.hasOwn(takers, word)) options.mistake = takers[word](options, left.shift());
    else if (word.startsWith('-')) options.mistake = `There is no option ${word}.`;
    else options.files.push(word);
  }
  return options;
}
