import { amended, amendedReply } from './amendments.ts';
import type { Parameter } from './openapi.ts';
import { Response, type Json, type JsonObject, type OpenApi, type Operation } from './openapi.ts';
import { operations, webhooks } from './selection.ts';
import { shareRepeated } from './share.ts';
import { plainSchema } from './schema.ts';

interface CutOperation {
  method: string;
  path: string;
  id: string;
  /** JSON schema of the path's and the query's values together. */
  parameters: JsonObject;
  bodyRequired: boolean;
  body: JsonObject | null;
  /** JSON schema of each status' body; null where it has none. */
  responses: Record<string, JsonObject | null>;
}

interface Cut {
  source: string;
  operations: CutOperation[];
  webhooks: Record<string, JsonObject>;
  schemas: Record<string, JsonObject>;
}

/** Cuts the selected operations and webhooks, with every schema that they reach, as plain JSON schema. */
export function cutDescription(api: OpenApi, source: string): Cut {
  const cutOperations = operations.map((selected) => cutOperation(api, selected));
  const cutWebhooks = Object.fromEntries(
    Object.entries(webhooks).map(([event, name]) => {
      const body = bodySchema(api['x-webhooks'][name]?.post);
      if (!body) throw new Error(`the description has no webhook ${name}`);
      return [event, body];
    }),
  );
  const reached = reachedSchemas(api, [cutOperations, cutWebhooks] as unknown as Json);
  return shareRepeated({ source, operations: cutOperations, webhooks: cutWebhooks, schemas: reached });
}

function cutOperation(api: OpenApi, selected: string): CutOperation {
  const [method = '', path = ''] = selected.split(' ');
  const operation = api.paths[path]?.[method.toLowerCase() as 'get'];
  if (!operation) throw new Error(`the description has no operation ${selected}`);
  const parameters = operation.parameters
    .map((parameter) => ('$ref' in parameter ? named(api.components.parameters, parameter.$ref) : parameter))
    .filter((parameter) => parameter.in !== 'header');
  return {
    method,
    path,
    id: operation.operationId,
    parameters: parametersSchema(parameters),
    bodyRequired: operation.requestBody?.required ?? false,
    body: closed(bodySchema(operation)),
    responses: Object.fromEntries(
      Object.entries(operation.responses).map(([status, response]) => {
        const found = '$ref' in response ? named(api.components.responses, response.$ref) : response;
        return [status, amendedReply(operation.operationId, status, jsonSchema(Response.parse(found)))];
      }),
    ),
  };
}

function parametersSchema(parameters: Parameter[]): JsonObject {
  return {
    type: 'object',
    additionalProperties: false,
    required: parameters.filter((parameter) => parameter.required).map((parameter) => parameter.name),
    properties: Object.fromEntries(
      parameters.map((parameter) => [parameter.name, plainSchema(parameter.schema)]),
    ),
  };
}

function bodySchema(operation: Operation | undefined): JsonObject | null {
  return operation?.requestBody ? jsonSchema(operation.requestBody) : null;
}

/** GitHub answers 422 ("... is not a permitted key") to what it does not know, though its description leaves that out. */
function closed(schema: JsonObject | null): JsonObject | null {
  return schema === null ? null : (close(schema) as JsonObject);
}

function close(value: Json): Json {
  if (Array.isArray(value)) return value.map(close);
  if (value === null || typeof value !== 'object') return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, held]) => [key, close(held)]));
  const open =
    value['type'] === 'object' && value['properties'] && value['additionalProperties'] === undefined;
  return open ? { ...inner, additionalProperties: false } : inner;
}

function jsonSchema(described: {
  content?: Record<string, { schema?: JsonObject | undefined }> | undefined;
}) {
  const schema = described.content?.['application/json']?.schema;
  return schema ? plainSchema(schema) : null;
}

function reachedSchemas(api: OpenApi, from: Json): Record<string, JsonObject> {
  const reached: Record<string, JsonObject> = {};
  const open = references(from);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached[name]) continue;
    const schema = api.components.schemas[name];
    if (!schema) throw new Error(`the description has no schema ${name}`);
    const plain = amended(name, plainSchema(schema));
    reached[name] = plain;
    open.push(...references(plain));
  }
  return Object.fromEntries(Object.entries(reached).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function references(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [lastSegment(inner)] : references(inner),
  );
}

function named<T>(components: Record<string, T>, reference: string): T {
  const found = components[lastSegment(reference)];
  if (!found) throw new Error(`the description has no component ${reference}`);
  return found;
}

function lastSegment(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}
