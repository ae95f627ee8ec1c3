import { openSync } from 'node:fs';
import { Kind } from '../../../src/sandbox/protocol/kinds.ts';
import type { Failure } from '../../../src/sandbox/protocol/kinds.ts';
import { type Arrival, Channel } from '../channel/channel.ts';
import { Conversation, type Served, type Settled } from '../channel/conversation.ts';
import { list } from '../values/checked.ts';
import { decodeGraph, type Receiving } from '../values/decode.ts';
import { encodeGraph, GraphWriter, isPlain, type Naming } from '../values/encode.ts';
import { Handles } from '../values/handles.ts';
import type { CallbackRequest, Request, Target } from '../values/requests.ts';
import { CrossingError, type Graph } from '../values/wire.ts';
import { type Fault, noteFault } from './fault.ts';
import { foreignRegExp } from './foreign-regexp.ts';
import { CHANNEL, Descriptor, IDS, Local } from './local.ts';
import type { FileOrder, Settings } from './order.ts';
import { troubleSaid, type Trouble } from './trouble-said.ts';
import { noteAssertion, testNow } from './troubles.ts';

/** What a request came to. */
export type Result =
  | { kind: 'value'; value: unknown }
  | { kind: 'thrown'; error: unknown }
  | { kind: 'trouble'; trouble: Trouble }
  | { kind: 'pending'; promise: Promise<Exclude<Result, { kind: 'pending' }>> };

type Final = Exclude<Result, { kind: 'pending' }>;

/** Builds the stand-ins for what stays on the learner's side. */
export interface StubMaker {
  function: Receiving['function'];
  instance: Receiving['instance'];
  promise: Receiving['promise'];
  match: (handle: number, text: string, lastIndex: number) => unknown;
}

/** The tests' end of the line to the submission. */
export class Peer {
  /** Handles of the learner's side, by their stand-ins here. */
  readonly stubs = new WeakMap<object, number>();
  // The handles of one test file are never another's: a late callback finds nothing.
  readonly #handles = new Handles(1 + Math.floor(Math.random() * 2 ** 40) * 1000);
  readonly #ordered: () => FileOrder;
  readonly #maker: () => StubMaker;
  #order: FileOrder | null = null;
  #connected: Conversation | null = null;
  #told = false;

  /** `ordered` is asked when the test file first uses the submission. */
  constructor(ordered: () => FileOrder, maker: () => StubMaker) {
    this.#ordered = ordered;
    this.#maker = maker;
  }

  get settings(): Settings {
    return this.#orders().settings;
  }

  /** Something of a test has been sent: from now on the submission may know it. */
  get told(): boolean {
    return this.#told || this.#orders().told;
  }

  encode(value: unknown): Graph {
    return encodeGraph(value, this.#naming).graph;
  }

  /** Stops the thread until the answer is there; a promise of the submission comes back as `pending`. */
  ask(request: Request, deadline: number): Result {
    const answer = this.#conversation().ask(`${deadline} ${JSON.stringify(request)}`);
    if (answer.kind !== 'pending') return this.#result(answer, []);
    return { kind: 'pending', promise: answer.settled.then((settled) => this.#result(settled, [])) };
  }

  async askLater(request: Request, deadline: number): Promise<Final> {
    return this.#result(await this.#conversation().askLater(`${deadline} ${JSON.stringify(request)}`), []);
  }

  /** Loads a module again, in a process that has taken another's place, with the thread stopped. */
  reload(module: string, deadline: number): Final {
    const request: Request = { op: 'load', module };
    return this.#result(this.#conversation().askToTheEnd(`${deadline} ${JSON.stringify(request)}`), []);
  }

  /** Calls or constructs; what the call changes in its arguments is changed in `args`. */
  call(op: 'call' | 'construct', target: Target, args: unknown[], deadline: number): Result {
    const { graph, objects } = encodeGraph(args, this.#naming);
    const request: Request = { op, target, args: graph };
    const answer = this.#conversation().ask(`${deadline} ${JSON.stringify(request)}`);
    if (answer.kind !== 'pending') return this.#result(answer, objects);
    return { kind: 'pending', promise: answer.settled.then((settled) => this.#result(settled, objects)) };
  }

  #result(settled: Settled, objects: readonly object[]): Final {
    if (settled.kind === 'failure')
      return { kind: 'trouble', trouble: JSON.parse(settled.payload) as Failure };
    try {
      const answer = JSON.parse(settled.payload) as Partial<
        Record<'value' | 'thrown' | 'back' | 'failed', unknown>
      >;
      if (answer.failed !== undefined) return { kind: 'trouble', trouble: troubleSaid(answer.failed) };
      if (answer.back !== undefined)
        decodeGraph({ root: null, nodes: answer.back }, this.#receiving, objects);
      if (answer.thrown === undefined)
        return { kind: 'value', value: decodeGraph(answer.value, this.#receiving).value };
      return { kind: 'thrown', error: decodeGraph(answer.thrown, this.#receiving).value };
    } catch (error) {
      const text = error instanceof Error ? error.message : 'no value';
      return { kind: 'trouble', trouble: { reason: 'crossing', text } };
    }
  }

  #serve(payload: string): Served {
    let objects: object[] = [];
    const askedIn = testNow();
    try {
      const { handle, args } = JSON.parse(payload) as CallbackRequest;
      const callee = this.#handles.get(handle);
      if (typeof callee !== 'function') throw new Error('the test that handed this function over has ended');
      const decoded = decodeGraph(args, this.#receiving);
      objects = decoded.objects;
      const result: unknown = Reflect.apply(callee, undefined, list(decoded.value));
      if (!(result instanceof Promise)) return this.#answer('value', result, objects);
      return result.then(
        (value: unknown) => this.#answer('value', value, objects),
        (error: unknown) => this.#answer('thrown', noteAssertion(error, askedIn), objects),
      );
    } catch (error) {
      return this.#answer('thrown', noteAssertion(error), objects);
    }
  }

  #answer(kind: 'value' | 'thrown', value: unknown, objects: readonly object[]): string {
    try {
      const { graph } = encodeGraph(value, this.#naming);
      const writer = new GraphWriter(this.#naming, objects);
      writer.rewriteKnown();
      return JSON.stringify({ [kind]: graph, ...(objects.length > 1 ? { back: writer.nodes } : {}) });
    } catch (error) {
      const reason = new Error(error instanceof Error ? error.message : 'this cannot be handed over');
      return JSON.stringify({ thrown: encodeGraph(reason, this.#naming).graph });
    }
  }

  #other(arrival: Arrival): void {
    if (arrival?.kind === Local.told) this.#told = true;
  }

  #orders(): FileOrder {
    this.#order ??= this.#ordered();
    return this.#order;
  }

  #conversation(): Conversation {
    this.#connected ??= this.#connect();
    return this.#connected;
  }

  #connect(): Conversation {
    const { line } = this.#orders();
    const conversation = new Conversation(
      {
        ask: Kind.request,
        askPending: Kind.pending,
        askReply: Kind.reply,
        askFailure: Kind.failure,
        serve: Kind.callback,
        servePending: Kind.callbackPending,
        serveReply: Kind.callbackReply,
      },
      (payload) => this.#serve(payload),
      (arrival) => {
        this.#other(arrival);
      },
    );
    const ends = { listen: line.listen, read: openSync(line.path, 'r'), write: Descriptor.questions };
    conversation.over(new Channel(ends, 'while-asked', conversation.onArrival), line.number * IDS + 1);
    return conversation;
  }

  readonly #naming: Naming = {
    tag: (value) => {
      const theirs = this.stubs.get(value);
      if (theirs !== undefined) return ['y', theirs];
      if (typeof value !== 'function') {
        const type: unknown = Reflect.get(value, 'constructor');
        const name = typeof type === 'function' ? type.name : 'object';
        throw noteFault(
          new CrossingError(
            `${CHANNEL}: an instance of ${name} cannot be handed to the submission; plain data and functions can`,
          ),
          {
            kind: 'author',
            message: `an instance of ${name} cannot be handed to the submission`,
          } satisfies Fault,
        );
      }
      return ['f', this.#handles.of(value), { name: value.name, length: value.length }];
    },
    stays: (value) => this.stubs.has(value) || !isPlain(value),
    errorPlace: () => ({ file: null, line: null }),
    regExpHandle: () => null,
    errorHandle: (error) => this.#handles.of(error),
  };

  readonly #receiving: Receiving = {
    function: (handle, shape) => this.#maker().function(handle, shape),
    instance: (handle, shape) => this.#maker().instance(handle, shape),
    promise: (handle) => this.#maker().promise(handle),
    regExp: (source, flags, handle) => {
      if (handle === null) throw new CrossingError('a regular expression without a handle');
      const regExp = foreignRegExp(source, flags, (text, lastIndex) =>
        this.#maker().match(handle, text, lastIndex),
      );
      this.stubs.set(regExp, handle);
      return regExp;
    },
    own: (handle) => {
      const object = this.#handles.get(handle);
      if (object === undefined) throw new CrossingError('something that was never handed over');
      return object;
    },
    error: (error, { name, message, file, line, handle }) => {
      this.stubs.set(error, handle);
      const beforeAnyCall = !this.told;
      noteFault(error, { kind: 'learner', name, message, file, line, beforeAnyCall });
    },
  };
}
