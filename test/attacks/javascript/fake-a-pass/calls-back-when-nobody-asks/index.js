// Keeps what it was handed, and calls it during the questions of other tests, ever again.
const kept = [];
const call = () => {
  for (const one of kept) {
    try {
      one(0, 0);
    } catch {
      // The test has ended.
    }
  }
};
setInterval(call, 1).unref();
export const each = (list, tell) => {
  kept.push(tell);
  for (const index of list.keys()) tell(list[list.length - 1 - index], index);
};
export const mapLater = async (list, ask) => {
  kept.push(ask);
  return Promise.all(list.map((item) => ask(item, call())).reverse());
};
export const add = () => call();
export const later = async () => call();
export const initials = () => call();
