let nest = [];
for (let n = 0; n < 5000; n += 1) nest = [nest];

export const add = () => nest;
export const addLater = async () => ({ nest });
export const greet = () => 'x'.repeat(3 * 1024 * 1024);
