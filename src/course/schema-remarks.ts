import { z } from 'zod';
import { visibleLine } from '../domain/visible-text.ts';
import type { Remark } from './finding.ts';

/** Checks data against a schema, and says what does not fit in the words of an author. */
export function checkSchema<Schema extends z.ZodType>(
  schema: Schema,
  data: unknown,
): { value: z.output<Schema> | null; remarks: Remark[] } {
  const result = schema.safeParse(data);
  if (result.success) return { value: result.data, remarks: [] };
  return { value: null, remarks: result.error.issues.flatMap((issue) => remarksOn(issue, schema, data)) };
}

function remarksOn(issue: z.core.$ZodIssue, schema: z.ZodType, data: unknown): Remark[] {
  const { path } = issue;
  if (issue.code === 'invalid_union')
    return closest(issue.errors).flatMap((inner) =>
      remarksOn({ ...inner, path: [...path, ...inner.path] }, schema, data),
    );
  const value = valueAt(data, path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownKey(path, key, valueAt(value, [key]), keysOf(schema, path, data)));
  if (issue.code === 'invalid_key')
    return [
      {
        level: 'error',
        path: path.slice(0, -1),
        key: String(path.at(-1)),
        message: `the name ${show(path.at(-1))} cannot be used`,
        expected: expectedIn(issue.issues[0]?.message ?? ''),
      },
    ];
  const name = nameOf(path);
  if (value === undefined) return [{ level: 'error', path, message: `${name} is missing` }];
  return [
    { level: 'error', path, message: `${name} is wrong`, found: show(value), expected: expected(issue) },
  ];
}

/** Of the forms that a value may have, what is wrong with it as the one that it comes closest to. */
function closest(forms: readonly z.core.$ZodIssue[][]): z.core.$ZodIssue[] {
  const faults = (issues: readonly z.core.$ZodIssue[]): number =>
    issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? 2 * issue.keys.length : 1), 0);
  return [...forms].sort((a, b) => faults(a) - faults(b))[0] ?? [];
}

function unknownKey(path: PropertyKey[], key: string, value: unknown, known: string[]): Remark {
  const place = { level: 'error', path, key } as const;
  if (isDate(key, value))
    return {
      ...place,
      message: `"${key}" is a fixed date, and a project has none: time may differ, the level may not`,
      expected: 'effortHours of the unit, as a guide',
    };
  return { ...place, message: `unknown key "${key}"`, expected: `one of ${known.join(', ')}` };
}

const isDate = (key: string, value: unknown) =>
  /^(due|deadline|date|until|opens?|closes?|starts?|ends?)$|(date|deadline|[dD]ue(By|On)?)$/i.test(key) ||
  (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value));

function expected(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return TYPES[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small')
    return bound(issue.origin, issue.inclusive === true ? 'at least' : 'more than', issue.minimum);
  if (issue.code === 'too_big')
    return bound(issue.origin, issue.inclusive === true ? 'at most' : 'less than', issue.maximum);
  // Formats and refinements say in the schema what they expect.
  return expectedIn(issue.message);
}

const bound = (origin: string, relation: string, limit: number | bigint) =>
  `${TYPES[origin] ?? origin} of ${relation} ${String(limit)}${UNITS[origin] ?? ''}`;

const expectedIn = (message: string) => message.replace(/^expected /, '');

const TYPES: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys and values',
  record: 'keys and values',
};

const UNITS: Record<string, string> = { string: ' character(s)', array: ' entry or entries' };

// `stages[0].threshold` is "threshold"; the second entry of a list is named with the list.
function nameOf(path: PropertyKey[]): string {
  const last = path.at(-1);
  if (last === undefined) return 'the document';
  return typeof last === 'number' ? `entry ${last + 1} of "${String(path.at(-2))}"` : `"${String(last)}"`;
}

function show(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (value === null) return 'nothing';
  if (typeof value === 'object') return 'keys and values';
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  const text = visibleLine(JSON.stringify(value));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function valueAt(data: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    data,
  );
}

/** The keys that the schema knows at a path; where several forms are possible, those of the one that the value is most like. */
function keysOf(schema: z.ZodType, path: PropertyKey[], data: unknown): string[] {
  const found = schemaAt(schema, path);
  if (found instanceof z.ZodObject) return Object.keys(found.shape);
  if (!(found instanceof z.ZodUnion)) return [];
  const value = valueAt(data, path);
  const present = Object.keys(typeof value === 'object' && value !== null ? value : {});
  // A form is told by its first key; the others may be shared.
  const shared = ([first = '', ...others]: string[]): number =>
    (present.includes(first) ? present.length : 0) + others.filter((key) => present.includes(key)).length;
  const forms = found.options.map((option: unknown) =>
    option instanceof z.ZodObject ? Object.keys(option.shape) : [],
  );
  return forms.sort((a: string[], b: string[]) => shared(b) - shared(a))[0] ?? [];
}

/** What the schema says of the value at a path; undefined where that cannot be told. */
function schemaAt(schema: unknown, path: PropertyKey[]): unknown {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional)
    return schemaAt(schema.unwrap(), path);
  const [step, ...rest] = path;
  if (step === undefined) return schema;
  if (schema instanceof z.ZodArray) return schemaAt(schema.element, rest);
  if (schema instanceof z.ZodRecord) return schemaAt(schema.valueType, rest);
  if (!(schema instanceof z.ZodObject)) return undefined;
  const shape: Record<string, unknown> = schema.shape;
  return schemaAt(shape[String(step)], rest);
}
