const books = {};
let order = [];
const nextId = (function* () {
  for (let number = 1; ; number++) yield `b${number.toString(36)}`;
})();

const missing = [404, { error: 'This book is not on the list.' }];

export const list = ({ read }) =>
  order.map((id) => books[id]).filter((book) => !read || book.read === (read === 'true'));

export async function create(input) {
  const errors = validate({ title: null, author: null, ...input }, input);
  if (errors) return [400, errors];
  const id = nextId.next().value;
  order.push(id);
  books[id] = { id, title: input.title, author: input.author, read: input.read ?? false };
  return [201, books[id], { Location: `/books/${id}` }];
}

export const show = (id) => (Object.hasOwn(books, id) ? [200, books[id]] : missing);

export async function update(id, input) {
  if (!Object.hasOwn(books, id)) return missing;
  const errors = validate(input, input);
  if (errors) return [400, errors];
  for (const name of ['title', 'author', 'read']) {
    if (Object.hasOwn(input, name)) books[id][name] = input[name];
  }
  return [200, books[id]];
}

export function destroy(id) {
  if (!Object.hasOwn(books, id)) return missing;
  delete books[id];
  order = order.filter((each) => each !== id);
  return [204];
}

function validate(values, input) {
  if (Object.prototype.toString.call(input) !== '[object Object]') return { error: 'Send a JSON object, please.' };
  const wrong = Object.keys(values).find((name) => {
    if (name === 'title' || name === 'author') return !/\S/.test(values[name]) || typeof values[name] !== 'string';
    return name === 'read' && typeof values[name] !== 'boolean';
  });
  return wrong && { error: `Something is not right with the ${wrong} of this book.` };
}
