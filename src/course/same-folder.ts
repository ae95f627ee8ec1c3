import type { FileMap } from '../domain/course/file-map.ts';

/** Whether two folders hold the same files, byte for byte. */
export function isSameFolder(one: FileMap, other: FileMap): boolean {
  return one.size === other.size && [...one].every(([path, bytes]) => isSameFile(bytes, other.get(path)));
}

/** Whether two files are the same, byte for byte. */
export function isSameFile(one: Uint8Array, other: Uint8Array | undefined): boolean {
  return other !== undefined && Buffer.compare(one, other) === 0;
}
