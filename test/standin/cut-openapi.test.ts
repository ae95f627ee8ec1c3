import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { OpenApi } from '../../scripts/cut-openapi/openapi.ts';
import { plainSchema } from '../../scripts/cut-openapi/schema.ts';
import { operations, webhooks } from '../../scripts/cut-openapi/selection.ts';
import { shareRepeated } from '../../scripts/cut-openapi/share.ts';
import { readApiDescription } from '../../src/standin/api/description.ts';
import { handlers } from '../../src/standin/rest/handlers.ts';

describe('a schema of OpenAPI becomes plain JSON schema', () => {
  test('without prose', () => {
    const schema = { type: 'string', description: 'A name', example: 'ada', title: 'Name', maxLength: 20 };
    expect(plainSchema(schema)).toEqual({ type: 'string', maxLength: 20 });
  });
  test('nullable becomes a type', () => {
    expect(plainSchema({ type: 'string', nullable: true })).toEqual({ type: ['string', 'null'] });
    expect(plainSchema({ type: 'string', enum: ['a'], nullable: true })).toEqual({
      type: ['string', 'null'],
      enum: ['a', null],
    });
    expect(plainSchema({ allOf: [{ type: 'object' }], nullable: true })).toEqual({
      anyOf: [{ allOf: [{ type: 'object' }] }, { type: 'null' }],
    });
  });
  test('a property may be called like a key of the description', () => {
    const schema = {
      type: 'object',
      properties: { description: { type: 'string', description: 'x' }, title: { type: 'string' } },
    };
    expect(plainSchema(schema)).toEqual({
      type: 'object',
      properties: { description: { type: 'string' }, title: { type: 'string' } },
    });
  });
  test('references point into the cut file', () => {
    expect(plainSchema({ $ref: '#/components/schemas/simple-user' })).toEqual({
      $ref: '#/schemas/simple-user',
    });
  });
});

test('what is written out twice is written once', () => {
  const long = { type: 'object', required: Array.from({ length: 30 }, (_, at) => `property-${at}`) };
  const shared = shareRepeated({ first: long, second: { type: 'array', items: long }, schemas: {} });
  const [name = ''] = Object.keys(shared.schemas);
  const reference = { $ref: `#/schemas/${name}` };
  expect(shared).toEqual({
    first: reference,
    second: { type: 'array', items: reference },
    schemas: { [name]: long },
  });
});

test('an OpenAPI document of another version is refused', () => {
  expect(OpenApi.safeParse({ openapi: '3.1.0' }).success).toBe(false);
});

describe('the cut file', () => {
  const file = new URL('../../src/standin/api/github-api.json', import.meta.url);
  const description = readApiDescription();

  test('has what was selected, is small, and has no prose', () => {
    const text = readFileSync(file, 'utf8');
    expect(text.length).toBeLessThan(300_000);
    expect(text).not.toMatch(/"(description|example|examples|summary|externalDocs|x-github)":\s*"/);
    expect(description.operations.map(({ method, path }) => `${method} ${path}`)).toEqual([...operations]);
    expect([...description.webhooks.keys()]).toEqual(Object.keys(webhooks));
  });

  test('every operation has a handler, and every handler an operation', () => {
    const described = description.operations.map(({ id }) => id).filter((id) => id !== 'rate-limit/get');
    expect(Object.keys(handlers).sort()).toEqual(described.sort());
  });

  test('every check can be made, and refuses what is no answer at all', () => {
    for (const operation of description.operations) {
      expect(operation.parameters(null).length, operation.id).toBeGreaterThan(0);
      expect(operation.body?.(7).length ?? 1, operation.id).toBeGreaterThan(0);
      for (const [status, check] of operation.replies) {
        if (check) expect(check(7).length, `${operation.id} ${status}`).toBeGreaterThan(0);
      }
    }
    for (const [name, check] of description.webhooks) expect(check({}).length, name).toBeGreaterThan(0);
  });
});
