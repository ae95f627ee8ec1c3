import type { Json, JsonObject } from './openapi.ts';

/** What a validator reads. Prose, examples, defaults and the vendor's own keys are left behind. */
const kept = [
  'type',
  'format',
  'enum',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'uniqueItems',
  'required',
];
const schemaKeys = ['items', 'not', 'additionalProperties'];
const listKeys = ['oneOf', 'anyOf', 'allOf'];

/**
 * Turns a schema of OpenAPI 3.0 into plain JSON schema: `nullable` becomes a type of its own, references point into
 * the cut file. `oneOf` becomes `anyOf`: GitHub's alternatives overlap, and its own answers match several.
 */
export function plainSchema(schema: JsonObject): JsonObject {
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    return { $ref: `#/schemas/${reference.slice(reference.lastIndexOf('/') + 1)}` };
  }
  const plain: JsonObject = {};
  for (const key of kept) if (schema[key] !== undefined) plain[key] = schema[key];
  for (const key of schemaKeys) {
    const inner = schema[key];
    if (isObject(inner)) plain[key] = plainSchema(inner);
    else if (inner !== undefined) plain[key] = inner;
  }
  for (const key of listKeys) {
    const inner = schema[key];
    if (Array.isArray(inner))
      plain[key === 'allOf' ? key : 'anyOf'] = inner.filter(isObject).map(plainSchema);
  }
  const properties = schema['properties'];
  if (isObject(properties)) {
    plain['properties'] = Object.fromEntries(
      Object.entries(properties).map(([name, inner]) => [name, isObject(inner) ? plainSchema(inner) : inner]),
    );
  }
  return schema['nullable'] === true ? orNull(plain) : plain;
}

function orNull(schema: JsonObject): JsonObject {
  if (typeof schema['type'] === 'string' && !schema['anyOf'] && !schema['allOf']) {
    const allowed = schema['enum'];
    return {
      ...schema,
      type: [schema['type'], 'null'],
      ...(Array.isArray(allowed) ? { enum: [...new Set([...allowed, null])] } : {}),
    };
  }
  return { anyOf: [schema, { type: 'null' }] };
}

function isObject(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
