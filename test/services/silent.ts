import { pino } from 'pino';

/** A log that nobody reads; TOUCHSTONE_LOG_LEVEL=debug makes it speak. */
export const silent = pino({ level: process.env['TOUCHSTONE_LOG_LEVEL'] ?? 'silent' });
