import { CrossingError, type FunctionShape, type InstanceShape } from './wire.ts';

// Parts of what the other side has sent, as what they have to be; each throws a CrossingError where they are not.

export function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new CrossingError('expected a list');
  return value;
}

export function record(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new CrossingError('expected a record');
  return value as Record<string, unknown>;
}

export function text(value: unknown): string {
  if (typeof value !== 'string') throw new CrossingError('expected text');
  return value;
}

export function whole(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw new CrossingError('expected a whole number');
  }
  return value;
}

export function functionShape(value: unknown): FunctionShape {
  const { name, length } = record(value);
  return { name: text(name).slice(0, 200), length: whole(length) };
}

export function instanceShape(value: unknown): InstanceShape {
  const shape = record(value);
  return {
    type: text(shape['type']).slice(0, 200),
    methods: list(shape['methods']).map(text),
    iterable: shape['iterable'] === true,
    asyncIterable: shape['asyncIterable'] === true,
  };
}
