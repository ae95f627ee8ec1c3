import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const text = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const namesIn = (source: string, pattern: RegExp) =>
  [...new Set([...source.matchAll(pattern)].map((match) => match[1] ?? ''))].sort();

const settings = namesIn(text('src/config.ts'), /^ {2}(TOUCHSTONE_\w+):/gm);

const Service = z.looseObject({
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
  ports: z.array(z.string()).optional(),
});
const { services } = z
  .object({ services: z.record(z.string(), Service) })
  .parse(parse(text('compose.yaml'), { merge: true }));

describe('settings', () => {
  it('are each in the table of the guide, and the guide knows no other', () => {
    expect(namesIn(text('docs/operators-guide.md'), /^\| `(TOUCHSTONE_\w+)`/gm)).toEqual(settings);
  });

  it('that compose.yaml and the Dockerfile hand over are settings', () => {
    const handed = Object.values(services).flatMap(({ environment }) => Object.keys(environment ?? {}));
    const ours = handed.filter((name) => name.startsWith('TOUCHSTONE_'));
    expect(settings).toEqual(expect.arrayContaining(ours));
    expect(ours).toContain('TOUCHSTONE_WEBHOOK_SECRET');
    expect(settings).toEqual(
      expect.arrayContaining(namesIn(text('Dockerfile'), /^(?:ENV .*|\s+)(TOUCHSTONE_\w+)=/gm)),
    );
  });
});

describe('compose.yaml', () => {
  const ours = ['web', 'worker', 'images'];

  it('gives the Docker socket to those that need it, and not to the one that the internet reaches', () => {
    const withSocket = Object.entries(services)
      .filter(([, { volumes }]) => volumes?.some((volume) => volume.startsWith('/var/run/docker.sock')))
      .map(([name]) => name);
    expect(withSocket.sort()).toEqual(['images', 'worker']);
    expect(Object.keys(services).filter((name) => services[name]?.ports !== undefined)).toEqual(['web']);
    expect(services['web']?.ports?.join()).toContain('127.0.0.1');
  });

  it.each(ours)('%s gets the course, and may write nowhere', (name) => {
    const service = services[name];
    expect(service?.volumes?.join()).toContain(':/course:ro');
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
  });

  it('starts commands that there are', () => {
    const program = text('src/cli/program.ts');
    for (const name of ours) {
      const [command = ''] = services[name]?.command ?? [];
      expect(program).toContain(`command('${command}'`);
    }
  });
});
