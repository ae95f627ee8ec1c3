process.removeAllListeners('uncaughtException');
process.on('uncaughtException', () => {});
process.on('unhandledRejection', () => {});
setInterval(() => { throw new Error('again'); }, 1);

export const add = () => 0;
export const addLater = async () => 0;
export const greet = () => '';
