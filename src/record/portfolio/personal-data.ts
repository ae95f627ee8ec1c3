/** The file of a portfolio with everything that is kept of somebody: the right of access. */
export const PERSONAL_DATA = 'personal-data.json';
