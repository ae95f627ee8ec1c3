export const submission = { load: () => ({}) };
