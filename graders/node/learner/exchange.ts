import type { HttpRequest, HttpResponse } from '../values/requests.ts';
import { ANSWER_TIME, Exceeded } from './exceeded.ts';
import { watchTime } from './watch.ts';

// An `import` of it looks at everything that it exports, and so loads WebSockets and more: that took longer than all
// the rest of a container's start.
const { request: httpRequest } = process.getBuiltinModule('node:http');

/** Sends one request to the submission's server. `mostBytes`: the longest answer that is read. */
export function exchange(
  { host, port, mostBytes }: { host: string; port: number; mostBytes: number },
  { method, path, headers, body, timeout }: HttpRequest,
): Promise<HttpResponse> {
  return new Promise<HttpResponse>((resolve, reject) => {
    const bytes = Buffer.from(body, 'base64');
    const request = httpRequest({ host, port, method, path, agent: false, setHost: false }, (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.byteLength;
        chunks.push(chunk);
        if (size > mostBytes) giveUp(new Exceeded('program-output'));
      });
      response.on('error', (error) => {
        giveUp(hungUp(error));
      });
      response.on('end', () => {
        endWatch();
        const answer = new Uint8Array(Buffer.concat(chunks));
        resolve({ status: response.statusCode ?? 0, headers: pairs(response.rawHeaders), body: answer });
      });
    });
    const endWatch = watchTime(timeout, (how) => {
      giveUp(new Exceeded(ANSWER_TIME[how]));
    });
    const giveUp = (error: Error): void => {
      endWatch();
      reject(error);
      request.destroy();
    };
    request.on('error', (error) => {
      giveUp(hungUp(error));
    });
    const sent: [string, string][] = [['host', `localhost:${port}`], ...headers];
    if (bytes.byteLength > 0) sent.push(['content-length', String(bytes.byteLength)]);
    for (const [name, value] of sent) request.setHeader(name, value);
    request.end(bytes);
  });
}

function hungUp(error: Error): Error {
  return new Error(`The server ended the connection without an answer (${error.message}).`);
}

function pairs(raw: readonly string[]): [string, string][] {
  const result: [string, string][] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) result.push([raw[at] ?? '', raw[at + 1] ?? '']);
  return result;
}
