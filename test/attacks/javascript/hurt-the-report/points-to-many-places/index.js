let at = 0;
const places = ['/submission/other.js:-1', '/submission/other.js:0', '/submission/other.js:1e9', '/submission/node_modules/x.js:1', '/submission//other.js:2', '/submission/%6f%74her.js:2', '/submission/\u202eother.js:1', '/submission/other.js:99999999999999999999', 'file:///submission/other.js:2:1:1'];
export const add = () => {
  const error = new Error('owned');
  error.stack = `Error\n    at f (${places[at++ % places.length]}:1)`;
  throw error;
};
