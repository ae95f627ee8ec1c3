interface Page {
  headers: { link?: string | undefined };
  data: unknown;
}

/** The most that GitHub puts on a page. */
const PAGE_SIZE = 100;

// 10,000 items: more of anything here is not a course but a mistake.
const MOST_PAGES = 100;

/**
 * Reads a list page by page. Pages are asked for by number, not by the address in the `link` header, which is of another
 * form than the call's route.
 */
export async function* pages<Item>(
  ask: (page: { page: number; per_page: number }) => Promise<Page>,
  read: (data: unknown) => Item[],
): AsyncGenerator<Item> {
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { data, headers } = await ask({ page, per_page: PAGE_SIZE });
    yield* read(data);
    if (!(headers.link ?? '').includes('rel="next"')) return;
  }
}
