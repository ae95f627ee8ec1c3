export const pair = (a, b) => ({ a, b });
export const pairLater = async (a, b) => ({ a, b });
export const wrapped = (a, b) => [{ a, b }];
export const fill = (list, a, b) => {
  list.push({ a, b });
};
