import { headAndBytes } from '../../../_analyst/headed.ts';
import { serveLooks } from '../../../_analyst/serve-looks.ts';
import { mutationsOf } from './mutations-of.ts';
import type { ToMutate } from './to-mutate.ts';

// Reads one program after another, and may die of any: `Expendable` starts it, and starts it again.

serveLooks({
  async look(file) {
    const { head, bytes } = headAndBytes(file);
    return { mutations: await mutationsOf((head as ToMutate).path, new TextDecoder().decode(bytes)) };
  },
});
