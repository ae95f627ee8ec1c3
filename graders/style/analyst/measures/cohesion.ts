/** A method of a class, and which members of the same object it names. */
export interface Method {
  name: string | null;
  /**
   * It joins what it uses, and is no part by itself: it only hands out or takes one field, or is there for the language
   * or everybody, such as `toString` and `__len__`.
   */
  joining: boolean;
  uses: ReadonlySet<string>;
}

export interface Members {
  methods: readonly Method[];
  /** Names that the class itself says that its objects have. */
  own: ReadonlySet<string>;
  /** Whether it has a parent, whose members are not seen here. */
  extending: boolean;
}

/**
 * The parts of a class that share no field and do not call each other, as the names of their methods: their number is
 * LCOM4 (Hitz and Montazeri 1995). All that is a parent's counts as one shared member. Methods that name no
 * member of their object belong to no part.
 */
export function unrelatedParts({ methods, own, extending }: Members): string[][] {
  const groups = new Groups();
  const shared = (name: string): string => (extending && !own.has(name) ? 'inherited' : `member ${name}`);
  methods.forEach(({ name, uses }, at) => {
    groups.join(`method ${at}`, name === null ? `method ${at}` : `member ${name}`);
    for (const used of uses) groups.join(`method ${at}`, shared(used));
  });
  const parts = new Map<string, string[]>();
  methods.forEach(({ name, joining, uses }, at) => {
    if (joining || ![...uses].some((used) => used !== name)) return;
    const group = groups.of(`method ${at}`);
    const part = parts.get(group) ?? [];
    part.push(name ?? 'a method without a plain name');
    parts.set(group, part);
  });
  return [...parts.values()];
}

class Groups {
  readonly #heads = new Map<string, string>();

  of(one: string): string {
    let head = one;
    for (let next = this.#heads.get(head); next !== undefined; next = this.#heads.get(head)) head = next;
    // Shorter ways, as otherwise a long chain is gone along again and again.
    for (let at = one; at !== head;) {
      const next = this.#heads.get(at) ?? head;
      this.#heads.set(at, head);
      at = next;
    }
    return head;
  }

  join(one: string, other: string): void {
    const [a, b] = [this.of(one), this.of(other)];
    if (a !== b) this.#heads.set(a, b);
  }
}
