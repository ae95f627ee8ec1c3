const hidden = [
  '\u202eowned\u202c', '\u2066owned\u2069', '\u200bowned\u200d', '\ufeffowned', '\u00adowned', '\u{e0041}owned', '\u2028owned\u2029',
  '\u001b[31mowned\u001b[0m', '\u001b]8;;https://owned.example\u0007owned\u001b]8;;\u0007', '\u009b2Jowned', '\u0007\b\f\v\u0000owned', '\rowned', '\ud800owned\udfff', '\uffffowned', 'o\u0301'.repeat(500), '\u3164owned', '\u115fowned',
].join(' ');
const error = new Error(hidden);
error.name = hidden;
throw error;
