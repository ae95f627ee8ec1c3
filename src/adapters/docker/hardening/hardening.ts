/** A folder in memory that can be written to; nothing in it can be executed. */
export interface Folder {
  path: string;
  bytes: number;
  files: number;
}

/**
 * What keeps a container in: what differs between containers is here, and what is the same for all of them is in
 * `dockerOptions`, which turns this value into Docker's words. A test probes each part of it from inside.
 */
export interface Hardening {
  /** User and group id of everything in it. Each role has its own. */
  uid: number;
  /** Memory of all its processes and folders together; there is no swap. */
  memoryBytes: number;
  /** Processes and threads, all together. */
  processes: number;
  cpus: number;
  /** Most files that one process has open. */
  openFiles: number;
  /** The longest file. */
  fileBytes: number;
  folders: readonly Folder[];
  /** The OCI runtime, by the name that the engine knows it by; null: the engine's own, which is runc as a rule. */
  runtime: string | null;
}
