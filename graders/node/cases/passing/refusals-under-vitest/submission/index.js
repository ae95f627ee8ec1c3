export const refuse = () => {
  throw new RangeError('no such book');
};
export const refuseLater = async () => refuse();
