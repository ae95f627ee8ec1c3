import { createHash } from 'node:crypto';
import type { Json, JsonObject } from './openapi.ts';

/** Below this many characters a reference is hardly shorter than what it stands for. */
const worthSharing = 160;

/**
 * Replaces every schema that is written out more than once by a reference into `schemas`. The webhooks' schemas repeat
 * the same pull request and repository over and over; shared, the file is a tenth of its size.
 */
export function shareRepeated<Described extends { schemas: Record<string, JsonObject> }>(
  described: Described,
): Described {
  const seen = new Map<string, number>();
  count(described, seen);
  const shared: Record<string, JsonObject> = {};
  const known = new Map<string, string>();

  function share(value: Json, top: boolean): Json {
    if (Array.isArray(value)) return value.map((inner) => share(inner, false));
    if (value === null || typeof value !== 'object') return value;
    const key = JSON.stringify(value);
    const repeated = !top && isSchema(value) && key.length >= worthSharing && (seen.get(key) ?? 0) > 1;
    const name = repeated ? (known.get(key) ?? nameOf(key)) : null;
    if (name !== null && known.has(key)) return { $ref: `#/schemas/${name}` };
    const inner: JsonObject = {};
    for (const [k, held] of Object.entries(value)) inner[k] = share(held, false);
    if (name === null) return inner;
    known.set(key, name);
    shared[name] = inner;
    return { $ref: `#/schemas/${name}` };
  }

  const { schemas, ...rest } = described;
  const inner = share(rest as unknown as Json, true) as unknown as Omit<Described, 'schemas'>;
  const named: Record<string, JsonObject> = {};
  for (const [name, schema] of Object.entries(schemas)) named[name] = share(schema, true) as JsonObject;
  return { ...inner, schemas: { ...named, ...shared } } as Described;
}

function count(value: Json, seen: Map<string, number>): void {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) {
    const key = JSON.stringify(value);
    if (key.length >= worthSharing) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  for (const inner of Object.values(value)) count(inner, seen);
}

// A map of properties repeats too, but cannot be a reference: a property may itself be called `type`.
function isSchema(value: JsonObject): boolean {
  const type = value['type'];
  return typeof type === 'string' || Array.isArray(type) || Array.isArray(value['anyOf']);
}

function nameOf(key: string): string {
  return `shared-${createHash('sha256').update(key).digest('hex').slice(0, 8)}`;
}
