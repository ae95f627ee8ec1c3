import type { Octokit } from '@octokit/rest';
import type { FileMap } from '../../domain/course/file-map.ts';
import { readAnswer, ShaAnswer } from './answers.ts';

interface Where {
  owner: string;
  repo: string;
  request?: { signal: AbortSignal };
}

/** Makes the tree that holds these files and nothing else. Resolves to its name, which follows from its content. */
export async function makeTree({ rest }: Octokit, where: Where, files: FileMap): Promise<string> {
  const entries = [];
  for (const [path, bytes] of files) {
    const entry = { path, mode: '100644' as const, type: 'blob' as const };
    const text = asText(bytes);
    if (text !== null) {
      entries.push({ ...entry, content: text });
      continue;
    }
    const content = Buffer.from(bytes).toString('base64');
    const { data } = await rest.git.createBlob({ ...where, content, encoding: 'base64' });
    const { sha } = readAnswer(ShaAnswer, 'POST /repos/{owner}/{repo}/git/blobs', data);
    entries.push({ ...entry, sha });
  }
  const { data } = await rest.git.createTree({ ...where, tree: entries });
  return readAnswer(ShaAnswer, 'POST /repos/{owner}/{repo}/git/trees', data).sha;
}

/** A tree takes text as it is; other bytes go by themselves. */
function asText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
