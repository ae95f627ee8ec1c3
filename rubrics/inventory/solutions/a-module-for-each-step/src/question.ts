/** What can be asked of a store room. */
export type Question = { name: 'stock' } | { name: 'low'; limit: number } | { name: 'history'; part: string };
