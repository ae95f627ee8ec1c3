/** What is said of a test that a submission passes in one run and not in another one that was made in the same way. */
export const WAVERS =
  'It was run twice in the same way, and passed only once. What in the program can differ from one time to the next: the time, chance, the order in which things come to their end?';
