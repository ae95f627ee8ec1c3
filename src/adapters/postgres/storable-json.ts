// PostgreSQL's jsonb takes neither U+0000 nor half a surrogate pair, and text from outside may hold both.
const unstorable = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** The same value with what jsonb cannot hold replaced by U+FFFD, in texts and in keys. */
export function storableJson(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(unstorable, '\uFFFD');
  if (Array.isArray(value)) return value.map(storableJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.replace(unstorable, '\uFFFD'), storableJson(inner)]),
  );
}
