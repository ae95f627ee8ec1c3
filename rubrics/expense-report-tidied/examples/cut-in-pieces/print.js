function pad(n) {
  if (n < 10) {
    return '0' + n;
  } else {
    return '' + n;
  }
}

export function print({ sums, sum }, { top }) {
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
}
