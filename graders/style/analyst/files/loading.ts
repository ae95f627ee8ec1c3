import type { StyleLanguage } from '../../../../src/sandbox/analysis/style.ts';
import { isScript } from './language.ts';

/** Runs a text, or a file whose name is made while the program runs. */
const SCRIPT =
  /\beval\b|\bFunction\s*\(|constructor\W{1,4}constructor|\bcreateRequire\b|\bgetBuiltinModule\b|['"`]node:(?:vm|module|worker_threads)['"`]|(?:from|require\s*\()\s*['"`](?:vm|module|worker_threads)['"`]|\b(?:import|require)\s*\(\s*(?!\s|['"`][^'"`$]*['"`]\s*[,)])|data:(?:text|application)\/\w*script|['"`](?:-e|-p|-pe|--eval|--print)['"`]/;
const PYTHON =
  /(?<![\w.])(?:exec|eval)\s*\(|\b(?:__import__|__builtins__|builtins|runpy|importlib|zipimport|SourceFileLoader|addsitedir)\b|(?<!re\.)\bcompile\s*\(|\bsys\s*\.\s*path\b|\bfrom\s+sys\s+import\b|['"]-c['"]/;

/** A style sheet that is an address. */
const PAGE = /data:text\/css/i;

/** Whether a program may run what its text does not name. */
export function loadsUnnamed(language: StyleLanguage | null, text: string): boolean {
  if (language === 'Python') return PYTHON.test(text);
  return isScript(language)
    ? SCRIPT.test(text)
    : (language === 'HTML' || language === 'CSS') && PAGE.test(text);
}
