/**
 * A number of bytes that all requests share. Bytes count when they arrive, not when they are announced: announcing
 * costs a sender nothing.
 */
export interface ByteBudget {
  /** False where there is not enough left; nothing is taken then. */
  take(bytes: number): boolean;
  giveBack(bytes: number): void;
}

export function createByteBudget(total: number): ByteBudget {
  let left = total;
  return {
    take: (bytes) => {
      if (bytes > left) return false;
      left -= bytes;
      return true;
    },
    giveBack: (bytes) => {
      left += bytes;
    },
  };
}
