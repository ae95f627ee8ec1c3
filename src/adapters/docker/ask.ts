import type Docker from 'dockerode';
import { z } from 'zod';
import { dockerCall } from './calls.ts';

const Version = z.object({ Version: z.string(), ApiVersion: z.string() });

/** Asks the Docker engine what it is. Rejects with `sandbox.docker-away` where there is none. */
export async function askDocker(docker: Docker): Promise<{ version: string; apiVersion: string }> {
  const { Version: version, ApiVersion: apiVersion } = Version.parse(
    await dockerCall('tell its version', docker.version()),
  );
  return { version, apiVersion };
}
