import { unauthorized } from '../api/reply.ts';
import { must } from '../world/find.ts';
import type { World } from '../world/world.ts';
import type { Caller } from './caller.ts';
import { appOfJwt } from './jwt.ts';

/**
 * Tells who calls, from the `Authorization` header.
 * @throws {Refused} 401 for credentials that are wrong or have expired.
 */
export function authenticate(world: World, authorization: string | undefined): Caller {
  if (!authorization) return { kind: 'anonymous' };
  const [scheme = '', value = ''] = authorization.split(/ +/, 2);
  if (!/^(bearer|token)$/i.test(scheme) || value === '') throw unauthorized();
  const token = world.tokens.get(value);
  if (token) {
    const installation = world.installations.get(token.installationId);
    if (!installation || token.expiresAt <= world.clock.now()) throw unauthorized();
    const app = must(world.apps.get(installation.appId), `app ${installation.appId}`);
    return { kind: 'installation', app, installation, token };
  }
  if (value.split('.').length === 3 && !value.startsWith('ghs_')) {
    return { kind: 'app', app: appOfJwt(world, value) };
  }
  throw unauthorized();
}
