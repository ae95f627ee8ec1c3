import { writeFileSync } from 'node:fs';
import { encodeFrame, FrameReader, RUNNER_FRAME_BYTES } from '../../../../src/sandbox/protocol/frames.ts';
import { Kind } from '../../../../src/sandbox/protocol/kinds.ts';
import type { Finding, ToParse } from './finding.ts';
import { explanation } from './explanation.ts';
import { parseJavaScript } from './javascript.ts';
import { parseJson } from './json.ts';
import { parseJsx } from './oxc.ts';
import { parseTypeScript } from './typescript.ts';

// Parses one file after another, and may die of any: `expendable.ts` starts it, and starts it again.

const LINE_FEED = 0x0a;

try {
  // When memory is short, this process goes first, and not the one that has the others' results.
  writeFileSync('/proc/self/oom_score_adj', '1000');
} catch {
  // Another runtime may not have it; then the whole analysis may end, and says so.
}

const reader = new FrameReader(RUNNER_FRAME_BYTES);
process.stdin.on('data', (chunk: Uint8Array) => {
  for (const { payload } of reader.push(chunk)) {
    const end = payload.indexOf(LINE_FEED);
    const about = JSON.parse(Buffer.from(payload.subarray(0, end)).toString()) as ToParse;
    void answer(about, payload.subarray(end + 1));
  }
});

/** Says first whether there is a problem, and then once more with its explanation: that one may be deadly. */
async function answer(about: ToParse, bytes: Uint8Array): Promise<void> {
  const text = new TextDecoder().decode(bytes);
  const finding = await parse(about, text);
  const { problem } = finding;
  if (problem === null || about.language === 'JSON') {
    say(Kind.report, finding);
    return;
  }
  say(Kind.progress, finding);
  const hint = problem.hint ?? (await explanation(about, text, { bytes, message: problem.message }));
  say(Kind.report, { ...finding, problem: { ...problem, hint } });
}

async function parse({ path, language, modules }: ToParse, text: string): Promise<Finding> {
  switch (language) {
    case 'JavaScript':
      return parseJavaScript(text, modules);
    case 'TypeScript':
      return parseTypeScript(text, modules);
    case 'JSX':
    case 'TSX':
      return parseJsx(text, language);
    case 'JSON':
      return parseJson(text, path);
  }
}

function say(kind: number, finding: Finding): void {
  process.stdout.write(encodeFrame(kind, 0, JSON.stringify(finding)));
}
