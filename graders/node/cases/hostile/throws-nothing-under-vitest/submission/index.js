// What is thrown is nothing, which has no message that could be wrong.
export const refuse = () => {
  throw undefined;
};
export const refuseLater = async () => {
  throw undefined;
};
