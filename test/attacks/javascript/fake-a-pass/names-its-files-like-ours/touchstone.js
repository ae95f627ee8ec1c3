export const submission = {};
