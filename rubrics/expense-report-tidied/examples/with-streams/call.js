import { parseArgs } from 'node:util';

const options = { top: { type: 'string' }, category: { type: 'string' } };

/** The files and the options of a call, or the mistake in it. */
export function readCall(words) {
  try {
    const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options });
    const top = values.top === undefined ? undefined : Number(values.top);
    if (top === undefined || (Number.isInteger(top) && top > 0)) {
      return { files: positionals, top, category: values.category };
    }
    return { mistake: `${values.top} is no number of categories.` };
  } catch (error) {
    return { mistake: error.message };
  }
}
