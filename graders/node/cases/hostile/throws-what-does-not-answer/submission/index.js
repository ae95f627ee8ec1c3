// Throws objects that do not let anybody look at what they are.
class Silent {
  get code() { throw new Error('no'); }
  get cause() { for (;;); }
  get message() { process.exit(1); }
}

export const add = () => {
  throw new Silent();
};
export const addLater = async () => {
  throw { name: 'AssertionError', message: Object.create(null), expected: Object.create(null) };
};
export const greet = () => {
  throw { cause: new Silent() };
};
