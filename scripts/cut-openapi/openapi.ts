import { z } from 'zod';

/** Any JSON value below a place whose shape the cutter does not need to know. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = Record<string, Json>;

const Json: z.ZodType<Json> = z.json();
const JsonObject = z.record(z.string(), Json);

const Content = z.record(z.string(), z.object({ schema: JsonObject.optional() }));
const Reference = z.object({ $ref: z.string() });

export const Parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean().optional(),
  schema: JsonObject,
});
export type Parameter = z.infer<typeof Parameter>;

export const Response = z.object({ content: Content.optional() });

export const Operation = z.object({
  operationId: z.string(),
  parameters: z.array(z.union([Reference, Parameter])).default([]),
  requestBody: z.object({ required: z.boolean().default(false), content: Content }).optional(),
  responses: z.record(z.string(), z.union([Reference, Response])),
});
export type Operation = z.infer<typeof Operation>;

const Path = z.partialRecord(z.enum(['get', 'post', 'patch', 'put', 'delete']), Operation);

/** The part of an OpenAPI 3.0 document that the cutter reads. */
export const OpenApi = z.object({
  openapi: z.string().startsWith('3.0.'),
  paths: z.record(z.string(), Path),
  'x-webhooks': z.record(z.string(), z.object({ post: Operation })),
  components: z.object({
    schemas: z.record(z.string(), JsonObject),
    parameters: z.record(z.string(), Parameter),
    responses: z.record(z.string(), Response),
  }),
});
export type OpenApi = z.infer<typeof OpenApi>;
