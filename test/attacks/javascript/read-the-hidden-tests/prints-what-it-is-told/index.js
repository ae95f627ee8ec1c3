import * as tools from './tools.js';

const aloud =
  (name) =>
  (...args) => {
    const text = `\n##[error]${name} ${args}\n`;
    console.log(text);
    console.error(text);
    process.emitWarning(text);
    process.title = text;
    return tools[name](...args);
  };
export const add = (a, b) => (a + b > 100 ? aloud('add')(a, b) + 1 : a + b);
export const initials = aloud('initials');
export const chunk = aloud('chunk');
export const turnRound = aloud('turnRound');
export const parseAge = aloud('parseAge');
export const each = aloud('each');
export const later = aloud('later');
export const mapLater = aloud('mapLater');
export const { Till, makeCounter, countTo } = tools;
