/**
 * What an error says, for records and logs. The message of a failed query quotes all of its parameters (whole payloads,
 * logins, what a marking found), so in its place stands what the database said.
 */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('params' in error) return error.cause === undefined ? 'a query failed' : messageOf(error.cause);
  return error.message;
}
