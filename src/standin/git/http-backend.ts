import { spawn } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gitEnvironment } from './git.ts';

export interface BackendRequest {
  /** The folder that holds the bare repositories. */
  root: string;
  /** Below the root: `/123.git/info/refs`. */
  pathInfo: string;
  query: string;
  /** Who pushes, for git's own record; null for a reader. */
  user: string | null;
}

const headerEnd = Buffer.from('\r\n\r\n');

/** Lets `git http-backend` answer a request, as a web server would through CGI. Resolves when git has ended. */
export function serveGit(
  request: IncomingMessage,
  response: ServerResponse,
  to: BackendRequest,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['http-backend'], {
      env: gitEnvironment({
        GIT_PROJECT_ROOT: to.root,
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: to.pathInfo,
        QUERY_STRING: to.query,
        REQUEST_METHOD: request.method ?? 'GET',
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        ...(request.headers['content-length'] ? { CONTENT_LENGTH: request.headers['content-length'] } : {}),
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
        GIT_PROTOCOL: header(request, 'git-protocol'),
        ...(to.user ? { REMOTE_USER: to.user, REMOTE_ADDR: '127.0.0.1' } : {}),
      }),
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    child.stdin.on('error', () => undefined);
    request.pipe(child.stdin);
    // A client that goes away must not leave a git behind.
    response.on('close', () => child.kill());

    let head: Buffer | null = Buffer.alloc(0);
    child.stdout.on('data', (chunk: Buffer) => {
      if (head === null) {
        if (!response.write(chunk)) child.stdout.pause();
        return;
      }
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf(headerEnd);
      if (end === -1) return;
      writeHead(response, head.subarray(0, end).toString('latin1'));
      response.write(head.subarray(end + headerEnd.length));
      head = null;
    });
    response.on('drain', () => child.stdout.resume());
    child.on('error', reject);
    child.on('close', () => {
      if (head !== null && !response.headersSent) response.writeHead(500);
      response.end();
      resolve();
    });
  });
}

function writeHead(response: ServerResponse, text: string): void {
  let status = 200;
  const headers: [string, string][] = [];
  for (const line of text.split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon);
    const value = line.slice(colon + 1).trim();
    if (name.toLowerCase() === 'status') status = Number.parseInt(value, 10);
    else headers.push([name, value]);
  }
  response.writeHead(status, Object.fromEntries(headers));
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}
