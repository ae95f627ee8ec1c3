export const chunk = (list, size) => {
  const pieces = [];
  for (const [at, item] of list.entries()) (pieces[Math.floor(at / size)] ??= []).push(item);
  return pieces;
};
export const turnRound = (list) => {
  list.sort(() => -1).length;
  return undefined;
};
