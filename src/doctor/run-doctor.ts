import { TouchstoneError } from '../domain/errors/touchstone-error.ts';
import type { Check, DoctorResult, Examined } from './check.ts';

const MASK = '***';

interface DoctorOptions {
  /** Each check's limit, ms: something that hangs is an answer too. */
  limitMs?: number;
  /** Values that are never printed, wherever they turn up (a driver may quote its URL in an error). */
  secrets?: readonly string[];
}

const masked = (text: string, secrets: readonly string[]) =>
  secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .filter((secret) => secret.length > 0)
    .reduce((rest, secret) => rest.replaceAll(secret, MASK), text);

/** Errors of drivers often carry what happened in their cause or their code, with an empty message. */
function wordsOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(wordsOf).join('; ');
  if (!(error instanceof Error)) return String(error);
  const own = error.message || String(Reflect.get(error, 'code') ?? error.name);
  return error.cause === undefined ? own : `${own} (${wordsOf(error.cause)})`;
}

function failure(check: Check, error: unknown): Examined {
  if (error instanceof TouchstoneError) return { ok: false, found: error.message, fix: error.fix };
  return { ok: false, found: wordsOf(error), fix: check.fixIfFailing };
}

async function examined(check: Check, limitMs: number): Promise<Examined> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<Examined>((resolve) => {
    timer = setTimeout(() => {
      resolve({ ok: false, found: `no answer within ${limitMs / 1000} s`, fix: check.fixIfFailing });
    }, limitMs);
  });
  try {
    return await Promise.race([check.examine(), limit]);
  } catch (error) {
    return failure(check, error);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Runs all checks side by side and resolves to their results in the order of the checks. It never rejects: a check
 * that throws or hangs is a finding.
 */
export async function runDoctor(
  checks: readonly Check[],
  { limitMs = 10_000, secrets = [] }: DoctorOptions = {},
): Promise<DoctorResult[]> {
  return Promise.all(
    checks.map(async (check) => {
      const { ok, found, fix } = await examined(check, limitMs);
      return {
        id: check.id,
        ok,
        found: masked(found, secrets),
        fix: fix === null ? null : masked(fix, secrets),
      };
    }),
  );
}
