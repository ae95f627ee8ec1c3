/** What a listing says of one entry, before its bytes are read. */
export interface Entry {
  /** Relative, with forward slashes. */
  path: string;
  kind: 'file' | 'link' | 'submodule' | 'other';
  /** Of a file. */
  bytes: number;
}
