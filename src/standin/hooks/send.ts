import { createHmac } from 'node:crypto';

/** GitHub waits ten seconds for an answer, and never tries again by itself. */
const timeOutMs = 10_000;
/** What GitHub keeps of an answer. */
const bodyLimit = 64_000;

export interface Outgoing {
  url: string;
  secret: string;
  appId: number;
  guid: string;
  event: string;
  body: string;
}

export interface Answer {
  status: string;
  statusCode: number;
  headers: Record<string, string>;
  body: string;
}

/** The headers of a delivery, signed with the webhook's secret. */
export function hookHeaders(outgoing: Outgoing): Record<string, string> {
  const sign = (algorithm: 'sha1' | 'sha256') =>
    `${algorithm}=${createHmac(algorithm, outgoing.secret).update(outgoing.body).digest('hex')}`;
  return {
    Accept: '*/*',
    'Content-Type': 'application/json',
    'User-Agent': 'GitHub-Hookshot/7e5ad88',
    'X-GitHub-Delivery': outgoing.guid,
    'X-GitHub-Event': outgoing.event,
    'X-GitHub-Hook-ID': String(outgoing.appId + 1),
    'X-GitHub-Hook-Installation-Target-ID': String(outgoing.appId),
    'X-GitHub-Hook-Installation-Target-Type': 'integration',
    'X-Hub-Signature': sign('sha1'),
    'X-Hub-Signature-256': sign('sha256'),
  };
}

/** Posts one delivery. It never rejects: what went wrong is the answer. */
export async function sendHook(
  outgoing: Outgoing,
  headers: Record<string, string>,
  stop: AbortSignal,
): Promise<Answer> {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(timeOutMs)]);
  try {
    const response = await fetch(outgoing.url, {
      method: 'POST',
      headers,
      body: outgoing.body,
      redirect: 'manual',
      signal,
    });
    const body = (await response.text()).slice(0, bodyLimit);
    return {
      status: response.ok ? 'OK' : `Invalid HTTP Response: ${response.status}`,
      statusCode: response.status,
      headers: Object.fromEntries(response.headers),
      body,
    };
  } catch {
    const late = signal.aborted && !stop.aborted;
    return {
      status: late ? 'timed out' : 'failed to connect to host',
      statusCode: late ? 504 : 502,
      headers: {},
      body: '',
    };
  }
}
