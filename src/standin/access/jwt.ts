import { verify } from 'node:crypto';
import { z } from 'zod';
import { unauthorized } from '../api/reply.ts';
import type { App } from '../world/entities.ts';
import type { World } from '../world/world.ts';

const Header = z.object({ alg: z.string() });
const Claims = z.object({ iss: z.union([z.string(), z.number()]), iat: z.unknown(), exp: z.unknown() });

/** GitHub takes a token that lives for at most ten minutes, and allows a minute between two clocks. */
const longestSeconds = 600;
const skewSeconds = 60;

const undecodable = () => unauthorized('A JSON web token could not be decoded');

/**
 * Verifies an App's JSON web token as GitHub does: RS256, `iss` is the App's id or client id, `exp` at most ten minutes ahead,
 * `iat` not in the future.
 * @throws {Refused} 401 with GitHub's words.
 */
export function appOfJwt(world: World, token: string): App {
  const [head = '', body = '', signature = ''] = token.split('.');
  const header = decodePart(Header, head);
  if (header.alg !== 'RS256') throw undecodable();
  const claims = decodePart(Claims, body);
  const app = [...world.apps.values()].find(
    (candidate) => String(candidate.id) === String(claims.iss) || candidate.clientId === claims.iss,
  );
  if (!app) throw unauthorized('Integration not found');
  const signed = Buffer.from(`${head}.${body}`);
  if (!verify('RSA-SHA256', signed, app.publicKey, Buffer.from(signature, 'base64url'))) throw undecodable();
  checkTimes(world.clock.now() / 1000, claims);
  return app;
}

function checkTimes(now: number, { iat, exp }: { iat?: unknown; exp?: unknown }): void {
  if (typeof exp !== 'number' || exp <= now - skewSeconds) {
    throw unauthorized(
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  }
  if (
    exp > now + longestSeconds + skewSeconds ||
    (typeof iat === 'number' && exp - iat > longestSeconds + skewSeconds)
  ) {
    throw unauthorized("'Expiration time' claim ('exp') is too far in the future");
  }
  if (typeof iat !== 'number' || !Number.isInteger(iat) || iat > now + skewSeconds) {
    throw unauthorized(
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    );
  }
}

function decodePart<T>(schema: z.ZodType<T>, part: string): T {
  try {
    return schema.parse(JSON.parse(Buffer.from(part, 'base64url').toString('utf8')));
  } catch {
    throw undecodable();
  }
}
