/** All rows of a list, a page at a time; `read` is asked with the cursor of each page, undefined for the first. */
export async function* everyPage<R>(
  read: (cursor: string | undefined) => Promise<{ rows: R[]; next_cursor: string | null }>,
): AsyncGenerator<R[]> {
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    yield page.rows;
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
}
