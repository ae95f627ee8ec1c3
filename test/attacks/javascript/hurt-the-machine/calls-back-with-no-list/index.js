// What its host sends for a call of a function of the tests is made of bytes that it copies into a frame.
const OBJECT = { type: 'Array', methods: [], iterable: true, asyncIterable: false };
const lists = [
  { root: ['r', 0], nodes: [['o', [['length', 1e9]], 0]] },
  { root: ['i', 5, OBJECT], nodes: [] },
  { root: 'text', nodes: [] },
  { root: null, nodes: [] },
];
let at = 0;
const { encode } = TextEncoder.prototype;
TextEncoder.prototype.encode = function (text) {
  if (!text.startsWith('{"handle"')) return encode.call(this, text);
  at += 1;
  return encode.call(this, JSON.stringify({ handle: JSON.parse(text).handle, args: lists[at % lists.length] }));
};
function tell(list, told) {
  for (const _ of lists) {
    try {
      told(...list);
    } catch {
      // The next kind of list.
    }
  }
}
export const each = tell;
export const mapLater = async (list, ask) => tell(list, ask);
