import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { z } from 'zod';

const Schema = z.record(z.string(), z.unknown());
const Description = z.object({
  operations: z.array(
    z.object({
      method: z.string(),
      path: z.string(),
      id: z.string(),
      parameters: Schema,
      bodyRequired: z.boolean(),
      body: Schema.nullable(),
      responses: z.record(z.string(), Schema.nullable()),
    }),
  ),
  webhooks: z.record(z.string(), Schema),
  schemas: z.record(z.string(), Schema),
});

/** Says what is wrong with a value; empty when it fits. */
export type Check = (value: unknown) => ErrorObject[];

/** One call of GitHub's API, with the checks that its description asks for. */
export interface Operation {
  /** GitHub's own name of it: `checks/create`. */
  id: string;
  method: string;
  /** `/repos/{owner}/{repo}/check-runs` */
  path: string;
  /** Matches a path and names its values. */
  pattern: RegExp;
  /** Path and query values together; turns digits into numbers where the description says so. */
  parameters: Check;
  body: Check | null;
  bodyRequired: boolean;
  /** Null for a status that comes without a body; missing for one that the description does not know. */
  replies: ReadonlyMap<number, Check | null>;
}

export interface ApiDescription {
  operations: readonly Operation[];
  /** By `event.action`, or `event` alone where it has no actions. */
  webhooks: ReadonlyMap<string, Check>;
}

const rootId = 'github-api';

/** Reads GitHub's own description of its API (cut by `scripts/cut-openapi.ts`) and prepares the checks; about 50 ms. */
export function readApiDescription(): ApiDescription {
  const file = new URL('./github-api.json', import.meta.url);
  const described = Description.parse(JSON.parse(readFileSync(file, 'utf8')));
  const strict = { strict: false, allErrors: true, validateFormats: true };
  const values = new Ajv({ ...strict, coerceTypes: false });
  const queries = new Ajv({ ...strict, coerceTypes: true });
  for (const ajv of [values, queries]) {
    formats.default(ajv);
    // GitHub's description has formats of its own, and calls some things a URI that are a template of one.
    for (const format of ['timestamp', 'repo.nwo', 'ssh-key', 'uri']) ajv.addFormat(format, true);
    // An App's own address has `[bot]` in it, which the standard's grammar does not know.
    ajv.addFormat('email', /^[^@\s]+@[^@\s]+$/);
    ajv.addSchema({ $id: rootId, ...described });
  }
  const lazily = (ajv: Ajv, pointer: string): Check => {
    let compiled: ValidateFunction | null = null;
    return (value) => {
      compiled ??= ajv.compile({ $ref: `${rootId}#/${pointer}` });
      return compiled(value) ? [] : [...(compiled.errors ?? [])];
    };
  };
  return {
    operations: described.operations.map((operation, at) => ({
      id: operation.id,
      method: operation.method,
      path: operation.path,
      pattern: patternOf(operation.path),
      parameters: lazily(queries, `operations/${at}/parameters`),
      body: operation.body ? lazily(values, `operations/${at}/body`) : null,
      bodyRequired: operation.bodyRequired,
      replies: new Map(
        Object.entries(operation.responses).map(([status, schema]) => [
          Number(status),
          schema ? lazily(values, `operations/${at}/responses/${status}`) : null,
        ]),
      ),
    })),
    webhooks: new Map(
      Object.keys(described.webhooks).map((name) => [name, lazily(values, `webhooks/${name}`)]),
    ),
  };
}

/** A reference may have slashes of its own (`heads/main`); nothing else may. */
function patternOf(path: string): RegExp {
  const source = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'ref' ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`,
  );
  return new RegExp(`^${source}$`);
}

/** Finds the operation of a request. Paths with more fixed parts win, so that `…/{ref}/check-runs` is no reference. */
export function findOperation(
  description: ApiDescription,
  method: string,
  path: string,
): { operation: Operation; values: Record<string, string> } | null {
  const found = description.operations
    .filter((operation) => operation.method === method)
    .map((operation) => ({ operation, match: operation.pattern.exec(path) }))
    .filter((candidate) => candidate.match !== null)
    .sort((a, b) => b.operation.path.length - a.operation.path.length)[0];
  if (!found?.match) return null;
  // A path without values has no groups at all.
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(found.match.groups ?? {})) values[name] = decode(value);
  return { operation: found.operation, values };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** One line for each fault: where, and what is wrong. */
export function describeErrors(errors: readonly ErrorObject[]): string[] {
  return errors.map(
    (error) => `${error.instancePath || '/'} ${error.message ?? error.keyword} ${JSON.stringify(error.params)}`,
  );
}
