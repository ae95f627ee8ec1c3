const evil = () => {
  throw new Error('not for you');
};
const proxy = new Proxy({}, { get: evil, ownKeys: evil, getPrototypeOf: evil, getOwnPropertyDescriptor: evil, has: evil });

export const add = () => proxy;
export const addLater = () => ({ then: evil });
export const greet = () => ({ get greeting() { for (;;); } });
