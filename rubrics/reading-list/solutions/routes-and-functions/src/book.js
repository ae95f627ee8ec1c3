const isText = (value) => typeof value === 'string' && value.trim() !== '';

const properties = {
  title: { required: true, accepts: isText, rule: 'must be a text that is not empty' },
  author: { required: true, accepts: isText, rule: 'must be a text that is not empty' },
  read: { required: false, accepts: (value) => typeof value === 'boolean', rule: 'must be true or false' },
};

/** What is wrong with a book, or with a change to one, as sentences. */
export function mistakesOf(body, { whole }) {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return ['the body must be an object'];
  return Object.entries(properties)
    .filter(([name, { required, accepts }]) => (name in body ? !accepts(body[name]) : whole && required))
    .map(([name, { rule }]) => `${name} ${rule}`);
}

/** The properties of a book that are in the body, and nothing else of it. */
export function changesOf(body) {
  return Object.fromEntries(
    Object.keys(properties).flatMap((name) => (name in body ? [[name, body[name]]] : [])),
  );
}
