// Values that are small, and without end when they are printed.
const doubled = () => {
  let list = [1];
  for (let depth = 0; depth < 60; depth += 1) list = [list, list];
  return list;
};
const everyoneKnowsEveryone = () => {
  const all = Array.from({ length: 60 }, () => []);
  for (const one of all) one.push(...all);
  return all;
};

export const pair = () => doubled();
export const pairLater = async () => everyoneKnowsEveryone();
export const wrapped = () => [everyoneKnowsEveryone()];
export const fill = (list) => {
  list.push(doubled());
};
