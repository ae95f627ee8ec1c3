import type { Json, JsonObject } from './openapi.ts';

/** Where the description is narrower than what GitHub really answers: a schema, the way to a part of it, and why. */
const nullable: readonly { schema: string; path: readonly string[] }[] = [
  // The fork that a pull request came from may be deleted; its `head.repo` is null from then on.
  { schema: 'pull-request', path: ['properties', 'head', 'properties', 'repo'] },
  { schema: 'pull-request-simple', path: ['properties', 'head', 'properties', 'repo'] },
];

/**
 * Replies whose description contradicts GitHub's own examples, and what is right. A listed installation's account is
 * described as person and enterprise at once, though each alone is one or the other.
 */
const replies: Readonly<Record<string, JsonObject>> = {
  'apps/list-installations 200': { type: 'array', items: { $ref: '#/schemas/installation' } },
};

/** The schema of an operation's reply, mended where the description is wrong. */
export function amendedReply(
  operation: string,
  status: string,
  schema: JsonObject | null,
): JsonObject | null {
  return replies[`${operation} ${status}`] ?? schema;
}

/** The schema with GitHub's real answers let in. */
export function amended(name: string, schema: JsonObject): JsonObject {
  return nullable
    .filter((amendment) => amendment.schema === name)
    .reduce((before, { path }) => orNullAt(before, path) as JsonObject, schema);
}

function orNullAt(value: Json | undefined, path: readonly string[]): Json {
  if (value === undefined) throw new Error(`nothing to amend at ${path.join('/')}`);
  const [step, ...rest] = path;
  if (step === undefined) return { anyOf: [value, { type: 'null' }] };
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new Error(`nothing to amend at ${path.join('/')}`);
  }
  return { ...value, [step]: orNullAt(value[step], rest) };
}
