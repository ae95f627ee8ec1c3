import { z } from 'zod';
import { usageError } from './domain/errors/usage.ts';

const Port = z.coerce.number().int().min(0).max(65_535);

/** The environment as Touchstone reads it. Times in seconds. Every variable is in docs/operators-guide.md. */
const Environment = z.object({
  TOUCHSTONE_DATA: z.string().min(1).default('.touchstone'),
  TOUCHSTONE_COURSE: z.string().min(1).default('rubrics'),
  TOUCHSTONE_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  TOUCHSTONE_REDIS_URL: z.url({ protocol: /^rediss?$/ }).default('redis://127.0.0.1:6379'),
  TOUCHSTONE_QUEUE_PREFIX: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .default('touchstone'),
  TOUCHSTONE_HOST: z.string().min(1).default('127.0.0.1'),
  TOUCHSTONE_PORT: Port.default(3000),
  TOUCHSTONE_APP_ID: z.coerce.number().int().positive().optional(),
  TOUCHSTONE_PRIVATE_KEY: z.string().min(1).optional(),
  TOUCHSTONE_PRIVATE_KEY_FILE: z.string().min(1).optional(),
  TOUCHSTONE_WEBHOOK_SECRET: z.string().min(1).optional(),
  TOUCHSTONE_WEBHOOK_SECRET_OLD: z.string().min(1).optional(),
  TOUCHSTONE_PUBLIC_URL: z
    .url({ protocol: /^https$/ })
    .refine((url) => new URL(url).pathname === '/', { error: 'expected an address without a path' })
    .optional(),
  TOUCHSTONE_BADGE_KEY: z.string().min(1).optional(),
  TOUCHSTONE_BADGE_KEY_FILE: z.string().min(1).optional(),
  TOUCHSTONE_GITHUB_API: z.url().default('https://api.github.com'),
  TOUCHSTONE_CONCURRENCY: z.coerce.number().int().min(1).max(64).optional(),
  TOUCHSTONE_RUNTIME: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/)
    .optional(),
  TOUCHSTONE_LEASE_SECONDS: z.coerce.number().positive().default(15),
  TOUCHSTONE_SWEEP_SECONDS: z.coerce.number().positive().default(900),
  TOUCHSTONE_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** What the GitHub App needs; there is no default for any of it. */
export interface GitHubAppSettings {
  appId: number;
  /** PEM. */
  privateKey: string;
  /** The current webhook secret, then, while it is being rotated, the old one. */
  webhookSecrets: [string, ...string[]];
}

export interface Config {
  dataDir: string;
  courseDir: string;
  /** Null: the embedded database in `dataDir`. */
  databaseUrl: string | null;
  redisUrl: string;
  queuePrefix: string;
  host: string;
  port: number;
  githubApi: string;
  /** Where the web process can be reached by everybody, without a slash at its end; null where that was not said. */
  publicUrl: string | null;
  /** What badges are signed with: PEM. Null where none was given. */
  badgeKey: string | null;
  /** Runs marked at once by one worker; null: as many as the machine of the containers bears. */
  concurrency: number | null;
  /** The OCI runtime that submissions run in, such as gVisor's `runsc`. Null: Docker's own. */
  sandboxRuntime: string | null;
  leaseMs: number;
  sweepMs: number;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Null where a setting is missing; `missingAppSettings` then names them. */
  app: GitHubAppSettings | null;
  missingAppSettings: string[];
}

/** What `readConfig` needs from the machine. */
export interface ConfigSources {
  env: Readonly<Record<string, string | undefined>>;
  /** Resolves a file's text, or null where there is none. */
  readFile: (path: string) => string | null;
}

const withoutEmpty = (env: ConfigSources['env']) =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));

/** `KEY=value` lines, as the set-up script writes them. */
const parseServices = (text: string | null) =>
  Object.fromEntries(
    (text ?? '')
      .split('\n')
      .map((line) => /^([A-Z_]+)=(.*)$/.exec(line.trim()))
      .flatMap((match) => (match ? [[match[1] ?? '', match[2] ?? '']] : [])),
  ) as Record<string, string>;

/** A key that was given as it is, or in a file. In one line of an .env file it carries its line breaks as \\n. */
function secretOf(
  given: string | undefined,
  file: string | undefined,
  readFile: ConfigSources['readFile'],
): string | null {
  const key = given ?? (file === undefined ? null : readFile(file));
  return key?.replaceAll('\\n', '\n') ?? null;
}

/**
 * Reads the settings: the environment first, then what the set-up script found on this machine
 * (`<data>/services.env`), then the defaults.
 *
 * @throws TouchstoneError `config.wrong`, naming every variable that is not usable. Values are never printed: some are secrets.
 */
export function readConfig({ env, readFile }: ConfigSources): Config {
  const given = withoutEmpty(env);
  const dataDir = given['TOUCHSTONE_DATA'] ?? '.touchstone';
  const parsed = Environment.safeParse({ ...parseServices(readFile(`${dataDir}/services.env`)), ...given });
  if (!parsed.success) {
    throw usageError('config.wrong', {
      problems: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    });
  }
  const settings = parsed.data;
  const privateKey = secretOf(
    settings.TOUCHSTONE_PRIVATE_KEY,
    settings.TOUCHSTONE_PRIVATE_KEY_FILE,
    readFile,
  );
  const secret = settings.TOUCHSTONE_WEBHOOK_SECRET;
  const old = settings.TOUCHSTONE_WEBHOOK_SECRET_OLD;
  const missingAppSettings = [
    ...(settings.TOUCHSTONE_APP_ID === undefined ? ['TOUCHSTONE_APP_ID'] : []),
    ...(privateKey === null
      ? ['TOUCHSTONE_PRIVATE_KEY or TOUCHSTONE_PRIVATE_KEY_FILE (a file that can be read)']
      : []),
    ...(secret === undefined ? ['TOUCHSTONE_WEBHOOK_SECRET'] : []),
  ];
  return {
    dataDir: settings.TOUCHSTONE_DATA,
    courseDir: settings.TOUCHSTONE_COURSE,
    databaseUrl: settings.TOUCHSTONE_DATABASE_URL ?? null,
    redisUrl: settings.TOUCHSTONE_REDIS_URL,
    queuePrefix: settings.TOUCHSTONE_QUEUE_PREFIX,
    host: settings.TOUCHSTONE_HOST,
    port: settings.TOUCHSTONE_PORT,
    publicUrl: settings.TOUCHSTONE_PUBLIC_URL?.replace(/\/$/, '') ?? null,
    badgeKey: secretOf(settings.TOUCHSTONE_BADGE_KEY, settings.TOUCHSTONE_BADGE_KEY_FILE, readFile),
    githubApi: settings.TOUCHSTONE_GITHUB_API.replace(/\/$/, ''),
    concurrency: settings.TOUCHSTONE_CONCURRENCY ?? null,
    sandboxRuntime: settings.TOUCHSTONE_RUNTIME ?? null,
    leaseMs: settings.TOUCHSTONE_LEASE_SECONDS * 1000,
    sweepMs: settings.TOUCHSTONE_SWEEP_SECONDS * 1000,
    logLevel: settings.TOUCHSTONE_LOG_LEVEL,
    app:
      settings.TOUCHSTONE_APP_ID === undefined || privateKey === null || secret === undefined
        ? null
        : {
            appId: settings.TOUCHSTONE_APP_ID,
            privateKey,
            webhookSecrets: old === undefined ? [secret] : [secret, old],
          },
    missingAppSettings,
  };
}
