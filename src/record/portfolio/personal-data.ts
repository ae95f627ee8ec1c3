/** The file of a portfolio with everything that is kept of somebody: the right of access. */
export const PERSONAL_DATA = 'personal-data.json';

/** What is kept of somebody and they may not see. It is never written into the folder that they are handed. */
export const WITHHELD = 'withheld.json';
