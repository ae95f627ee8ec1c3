import { types } from 'node:util';
import { chai } from 'vitest';
import { noteTrouble } from './troubles.ts';

type Matcher = (this: object, ...args: unknown[]) => void;

/**
 * `toThrow('words')` asks what was thrown for its message, and the message whether the words are in it. A submission can
 * throw an object whose message is one as well and says yes to everything; so only text is compared.
 */
export function boundThrows(): void {
  for (const name of ['throw', 'throws', 'Throw']) {
    chai.util.overwriteMethod(
      chai.Assertion.prototype,
      name,
      (original: Matcher): Matcher =>
        function (this: object, ...args) {
          const [expected] = args;
          const object: unknown = chai.util.flag(this, 'object');
          if (typeof expected === 'string' || expected instanceof RegExp)
            chai.util.flag(this, 'object', withTextThrown(object));
          Reflect.apply(original, this, args);
        },
    );
  }
}

/** The same function, or what a promise was rejected with, with a message that is text. */
function withTextThrown(object: unknown): unknown {
  if (typeof object !== 'function') return withText(object);
  return (...args: unknown[]): unknown => {
    try {
      return Reflect.apply(object, undefined, args) as unknown;
    } catch (error) {
      throw withText(error);
    }
  };
}

function withText(thrown: unknown): unknown {
  if (typeof thrown !== 'object' || thrown === null || types.isNativeError(thrown)) return thrown;
  // Asked once: the next time it could say something else.
  const message: unknown = Reflect.get(thrown, 'message');
  if (typeof message === 'string') return new Error(message);
  // It could contain the words that are looked for.
  throw noteTrouble(new Error('What was thrown has no message that is text.'));
}
