/** What is said of a program before its bytes. */
export interface ToMutate {
  path: string;
}
