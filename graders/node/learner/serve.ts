import { setTimeout as sleep } from 'node:timers/promises';
import { types } from 'node:util';
import type { Conversation, Served } from '../channel/conversation.ts';
import { decodeGraph, type Receiving } from '../values/decode.ts';
import { encodeGraph, GraphWriter, type Naming } from '../values/encode.ts';
import { Handles } from '../values/handles.ts';
import type { Answer, AnswerFailure, CallbackRequest, Request, Target } from '../values/requests.ts';
import { CrossingError, MAX_LENGTH, type Graph, type WireNode } from '../values/wire.ts';
import { Modules } from './modules.ts';
import { learnerNaming, type Foreign } from './naming.ts';
import { checkProgram, runProgram } from './program.ts';
import { SubmissionServer } from './server.ts';

// Kept from before the submission was loaded: code that overrides them harms its own side only.
const { parse, stringify } = JSON;
const { apply, construct, get, has, set, ownKeys } = Reflect;

/** Ends a request with a reason that is not an error of the submission. */
class Unanswerable extends Error {
  readonly failure: AnswerFailure;
  constructor(failure: AnswerFailure) {
    super(failure.text);
    this.failure = failure;
  }
}

type Outcome = { value: unknown } | { thrown: unknown };

/**
 * Answers the requests of the tests with the submission's code. `epoch` counts the processes of a run; `outputBytes` is the
 * most that a program may print, or a server answer.
 */
export class LearnerService {
  readonly #handles: Handles;
  readonly #foreign: Foreign = new WeakMap();
  readonly #naming: Naming;
  readonly #modules = new Modules();
  readonly #server: SubmissionServer;
  readonly #outputBytes: number;
  readonly #conversation: () => Conversation;
  readonly #stubs = new Map<number, object>();

  constructor(
    { epoch, outputBytes }: { epoch: number; outputBytes: number },
    conversation: () => Conversation,
  ) {
    this.#handles = new Handles(epoch * 1e9 + 1);
    this.#naming = learnerNaming(this.#handles, this.#foreign);
    this.#conversation = conversation;
    this.#outputBytes = outputBytes;
    this.#server = new SubmissionServer(epoch, outputBytes);
  }

  readonly serve = (payload: string): Served => {
    try {
      return this.#answer(parse(payload) as Request);
    } catch (error) {
      return this.#write({ thrown: error });
    }
  };

  #answer(request: Request): Served {
    switch (request.op) {
      case 'load':
        return this.#later(this.#modules.load(request.module));
      case 'call':
      case 'construct':
        return this.#call(request.target, request.args, request.op);
      case 'get':
        return this.#write({ value: get(this.#object(request.target), memberKey(request.key)) });
      case 'has':
        return this.#write({ value: has(this.#object(request.target), memberKey(request.key)) });
      case 'set': {
        const { value } = decodeGraph(request.value, this.#receiving);
        return this.#write({ value: set(this.#object(request.target), memberKey(request.key), value) });
      }
      case 'match':
        return this.#write({ value: matchOf(this.#object(request.target), request) });
      case 'keys':
        return this.#write({
          value: ownKeys(this.#object(request.target)).filter((key) => typeof key === 'string'),
        });
      case 'instanceof': {
        const { value } = decodeGraph(request.value, this.#receiving);
        const Class = this.#resolve(request.target);
        return this.#write({ value: typeof Class === 'function' && value instanceof Class });
      }
      case 'settle':
        return this.#later(this.#resolve(request.target) as Promise<unknown>);
      case 'check-program':
        checkProgram(request.entry);
        return this.#write({ value: true });
      case 'start-server':
        return this.#later(this.#server.start(), unanswerable);
      case 'run':
        return this.#later(runProgram(request, this.#outputBytes), unanswerable);
      case 'fetch':
        return this.#later(this.#server.fetch(request), unanswerable);
      case 'stop-server':
        return this.#later(this.#server.stop());
      case 'wait':
        return this.#later(sleep(request.ms));
    }
  }

  #call(target: Target, graph: Graph, op: 'call' | 'construct'): Served {
    const callee = this.#resolve(target);
    if (typeof callee !== 'function') throw new TypeError(`${nameOf(target)} is not a function`);
    const owner = target.key === undefined ? undefined : this.#base(target);
    const { value, objects } = decodeGraph(graph, this.#receiving);
    const args = value as unknown[];
    const finish = (outcome: Outcome): string =>
      this.#write(outcome, changedNodes(graph, objects, this.#naming));
    let result: unknown;
    try {
      result =
        op === 'construct' ? (construct(callee, args) as unknown) : (apply(callee, owner, args) as unknown);
    } catch (error) {
      return finish({ thrown: error });
    }
    if (!isThenable(result)) return finish({ value: result });
    return Promise.resolve(result).then(
      (settled: unknown) => finish({ value: settled }),
      (error: unknown) => finish({ thrown: error }),
    );
  }

  #resolve(target: Target): unknown {
    const base = this.#base(target);
    return target.key === undefined ? base : get(Object(base) as object, memberKey(target.key));
  }

  #base(target: Target): unknown {
    return 'handle' in target ? this.#byHandle(target.handle) : this.#byName(target.module, target.name);
  }

  #byHandle(handle: number): object {
    const object = this.#handles.get(handle);
    if (object !== undefined) return object;
    throw new Unanswerable({ reason: 'stale', text: 'it belonged to a process that was stopped' });
  }

  #byName(module: string, name: string): unknown {
    if (!this.#modules.has(module)) throw new Unanswerable({ reason: 'not-loaded', text: module });
    const value = this.#modules.export(module, name);
    if (value === undefined) throw new TypeError(`${module} does not export ${name}`);
    return value;
  }

  #object(target: Target): object {
    return Object(this.#resolve(target)) as object;
  }

  #later(promise: Promise<unknown>, otherwise?: (error: unknown) => Unanswerable | null): Promise<string> {
    return promise.then(
      (value) => this.#write({ value }),
      (error: unknown) => this.#write({ thrown: otherwise?.(error) ?? error }),
    );
  }

  #write(outcome: Outcome, back: WireNode[] | null = null): string {
    if ('thrown' in outcome && outcome.thrown instanceof Unanswerable) {
      return stringify({ failed: outcome.thrown.failure } satisfies Answer);
    }
    try {
      const { graph } = encodeGraph('value' in outcome ? outcome.value : outcome.thrown, this.#naming);
      const answer: Answer = 'value' in outcome ? { value: graph } : { thrown: graph };
      const text = stringify(back === null ? answer : { ...answer, back });
      if (text.length > MAX_LENGTH) throw new CrossingError('more than 1 MiB');
      return text;
    } catch (error) {
      const text = error instanceof Error ? error.message : 'a value that cannot be read';
      return stringify({ failed: { reason: 'crossing', text } } satisfies Answer);
    }
  }

  readonly #receiving: Receiving = {
    function: (handle, shape) => this.#stub(handle, shape.name, shape.length),
    instance: () => {
      throw new CrossingError('an instance of the tests');
    },
    regExp: (source, flags) => new RegExp(source, flags),
    promise: () => {
      throw new CrossingError('a promise of the tests');
    },
    own: (handle) => this.#byHandle(handle),
    error: (error, { handle }) => {
      this.#foreign.set(error, handle);
    },
  };

  /** What stands for a function of the tests here; always the same for the same function. */
  #stub(handle: number, name: string, length: number): object {
    const known = this.#stubs.get(handle);
    if (known !== undefined) return known;
    const stub = (...args: unknown[]): unknown => this.#callBack(handle, args);
    Object.defineProperties(stub, { name: { value: name }, length: { value: length } });
    this.#stubs.set(handle, stub);
    this.#foreign.set(stub, handle);
    return stub;
  }

  #callBack(handle: number, args: unknown[]): unknown {
    const { graph, objects } = encodeGraph(args, this.#naming);
    const request: CallbackRequest = { handle, args: graph };
    const answer = this.#conversation().ask(stringify(request));
    if (answer.kind === 'pending') return answer.settled.then(({ payload }) => this.#read(payload, objects));
    return this.#read(answer.payload, objects);
  }

  #read(payload: string, objects: readonly object[]): unknown {
    const answer = parse(payload) as Partial<Record<'value' | 'thrown' | 'back', unknown>>;
    if (answer.back !== undefined) decodeGraph({ root: null, nodes: answer.back }, this.#receiving, objects);
    if (answer.value !== undefined) return decodeGraph(answer.value, this.#receiving).value;
    if (answer.thrown !== undefined) throw decodeGraph(answer.thrown, this.#receiving).value;
    throw new Error('the test cannot be asked any more');
  }
}

/** What a regular expression finds, as plain data. */
function matchOf(regExp: object, { text, lastIndex }: { text: string; lastIndex: number }): object | null {
  if (!types.isRegExp(regExp)) throw new TypeError('it is no regular expression');
  regExp.lastIndex = lastIndex;
  const found = regExp.exec(text);
  if (found === null) return null;
  const groups = found.groups === undefined ? undefined : { ...found.groups };
  return { parts: [...found], index: found.index, groups, lastIndex: regExp.lastIndex };
}

/** The nodes of the arguments as they are after the call; null when nothing in them changed. */
function changedNodes(before: Graph, objects: readonly object[], naming: Naming): WireNode[] | null {
  if (objects.length < 2 && before.nodes.length < 2) return null;
  try {
    const writer = new GraphWriter(naming, objects);
    writer.rewriteKnown();
    const now = writer.nodes;
    return stringify(now) === stringify(before.nodes) ? null : now;
  } catch {
    return null;
  }
}

function memberKey(key: string): string | symbol {
  if (key === '@@iterator') return Symbol.iterator;
  return key === '@@asyncIterator' ? Symbol.asyncIterator : key;
}

function nameOf(target: Target): string {
  return target.key ?? ('name' in target ? target.name : 'it');
}

function isThenable(value: unknown): boolean {
  if (types.isPromise(value)) return true;
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'then') === 'function';
}

function unanswerable(error: unknown): Unanswerable | null {
  const failure: unknown =
    typeof error === 'object' && error !== null ? Reflect.get(error, 'failure') : undefined;
  return failure === undefined ? null : new Unanswerable(failure as AnswerFailure);
}
