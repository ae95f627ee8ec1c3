exports.parse = function parse(argv) {
  const call = { files: [] };
  for (let i = 0; i < argv.length; i++) {
    if (argv[i] === '--top') call.top = parseInt(argv[++i]);
    else if (argv[i] === '--out') call.out = argv[++i];
    else if (argv[i][0] === '-') call.error = 'what is ' + argv[i] + '?';
    else call.files.push(argv[i]);
  }
  return call;
};
exports.report = function report(text, top) {
  const counts = new Map();
  text.toLowerCase().split(/[ \n\r\t]+/).forEach((word) => {
    if (word) counts.set(word, (counts.get(word) || 0) + 1);
  });
  return Array.from(counts)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, top)
    .map((pair) => pair[1] + ' ' + pair[0] + '\n')
    .join('');
};
