// Answers that would take more memory to compare line by line than the tests have.
const many = (count, item) => Array.from({ length: count }, item);

export const pair = () => many(60_000, (_, at) => at * 3);
export const pairLater = async () => ({ a: many(50_000, (_, at) => at).join('\n'), b: 0 });
export const wrapped = () => [many(30_000, (_, at) => at)];
export const fill = (list) => {
  list.push(...many(30_000, (_, at) => ({ at })));
};
