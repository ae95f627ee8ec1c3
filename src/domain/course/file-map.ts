/** A file's bytes under its path, relative and with forward slashes. */
export type FileMap = ReadonlyMap<string, Uint8Array>;
