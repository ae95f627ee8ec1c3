import { type Frame, payloadText } from '../../../src/sandbox/protocol/frames.ts';
import type { Arrival, Channel } from './channel.ts';

/** Which kinds of frames this side asks with and answers with. */
export interface Sides {
  ask: number;
  askPending: number;
  askReply: number;
  /** Sent by the worker in the other side's place. */
  askFailure: number | null;
  serve: number;
  servePending: number;
  serveReply: number;
}

/** What came back for a question. */
export type Answer =
  | { kind: 'reply'; payload: string }
  | { kind: 'failure'; payload: string }
  | { kind: 'pending'; settled: Promise<Settled> };

export type Settled = Exclude<Answer, { kind: 'pending' }>;

/** What a question is answered with: at once, or by a promise. */
export type Served = string | Promise<string>;

interface Question {
  answer: Answer | null;
  settle: ((settled: Settled) => void) | null;
}

/**
 * Questions and answers in both directions over one channel. While one side waits with its thread stopped, it still
 * answers the questions that the other side asks meanwhile; so a callback works inside a synchronous call.
 */
export class Conversation {
  readonly #sides: Sides;
  readonly #serve: (payload: string) => Served;
  readonly #onOther: (arrival: Arrival) => void;
  readonly #open = new Map<number, Question>();
  #channel: Channel | null = null;
  #next = 1;

  /** `onOther` is told of every other frame, and of the channel's end (null). */
  constructor(sides: Sides, serve: (payload: string) => Served, onOther: (arrival: Arrival) => void) {
    this.#sides = sides;
    this.#serve = serve;
    this.#onOther = onOther;
  }

  /** `firstId`: the number of the first question. */
  over(channel: Channel, firstId = 1): void {
    this.#channel = channel;
    this.#next = firstId;
  }

  readonly onArrival = (arrival: Arrival): void => {
    if (arrival === null) {
      for (const id of [...this.#open.keys()])
        this.#answer(id, { kind: 'failure', payload: '{"reason":"ended"}' });
      this.#onOther(null);
      return;
    }
    const { kind, id } = arrival;
    if (kind === this.#sides.serve) this.#answerQuestion(arrival);
    else if (kind === this.#sides.askReply)
      this.#answer(id, { kind: 'reply', payload: payloadText(arrival) });
    else if (kind === this.#sides.askFailure)
      this.#answer(id, { kind: 'failure', payload: payloadText(arrival) });
    else if (kind === this.#sides.askPending) this.#answerLater(id);
    else this.#onOther(arrival);
  };

  /** Asks, and stops the thread until there is an answer (which may be: later). */
  ask(payload: string): Answer {
    const question = this.#put(payload);
    while (question.answer === null) this.onArrival(this.#connected().next());
    return question.answer;
  }

  /** Asks, and stops the thread until a promise that comes back is settled too. */
  askToTheEnd(payload: string): Settled {
    const question = this.#put(payload);
    const got: Settled[] = [];
    question.settle = (settled) => got.push(settled);
    for (;;) {
      const [settled] = got;
      if (settled !== undefined) return settled;
      this.onArrival(this.#connected().next());
    }
  }

  /** Asks without stopping the thread. */
  askLater(payload: string): Promise<Settled> {
    const question = this.#put(payload);
    return new Promise((settle) => {
      question.settle = settle;
    });
  }

  #put(payload: string): Question {
    const id = this.#next;
    this.#next += 1;
    const question: Question = { answer: null, settle: null };
    this.#open.set(id, question);
    this.#connected().hold(true);
    this.#connected().send(this.#sides.ask, id, payload);
    return question;
  }

  #answer(id: number, answer: Settled): void {
    const question = this.#open.get(id);
    if (question === undefined) return;
    this.#open.delete(id);
    if (this.#open.size === 0) this.#connected().hold(false);
    if (question.settle === null) question.answer = answer;
    else question.settle(answer);
  }

  #answerLater(id: number): void {
    const question = this.#open.get(id);
    if (question?.settle !== null) return;
    const settled = new Promise<Settled>((settle) => {
      question.settle = settle;
    });
    question.answer = { kind: 'pending', settled };
  }

  #answerQuestion(question: Frame): void {
    const { id } = question;
    const channel = this.#connected();
    const served = this.#serve(payloadText(question));
    if (typeof served === 'string') {
      channel.send(this.#sides.serveReply, id, served);
      return;
    }
    channel.send(this.#sides.servePending, id);
    served.then(
      (settled) => {
        channel.send(this.#sides.serveReply, id, settled);
      },
      () => undefined,
    );
  }

  #connected(): Channel {
    if (this.#channel === null) throw new Error('no channel');
    return this.#channel;
  }
}
