export * from './tools.js';

export class ToolError extends RangeError {
  constructor(message, options) {
    super(message, options);
    this.name = new.target.name;
    this.when = new Date(0);
  }
}
class AgeError extends ToolError {
  get hint() {
    return 'from 0 to 150';
  }
  toJSON() {
    return { age: true };
  }
}

export function parseAge(text) {
  try {
    const age = BigInt(text);
    if (age < 0n || age > 150n) throw new ToolError('out of range');
    return Number(age);
  } catch (error) {
    throw new AgeError(`${text} is no age`, { cause: error });
  } finally {
    Error.stackTraceLimit = 10;
  }
}
