export const wordWithDigits = () => /(?<letters>[a-z]+)(\d+)/g;
export const echo = (value) => value;
