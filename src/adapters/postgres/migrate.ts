import { fileURLToPath } from 'node:url';

/** Where drizzle-kit writes the migrations, and where the program reads them. */
export const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));
