/** What stands between the names of groups, and of a test, in its full name. */
export const SEPARATOR = ' > ';
