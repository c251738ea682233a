/** Full-width signs count too: spreadsheets of some languages run them. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** A text that a spreadsheet would run as a formula gets an apostrophe (rule V7). */
export const inertText = (value: string): string => (formula.test(value) ? `'${value}` : value);

/** One cell: quoted where needed, inert. */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const inert = inertText(value);
  return /[",;\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** One line with its line end; `;` is what spreadsheets of our languages expect beside a decimal comma. */
export function csvLine(cells: (string | number | null)[], separator: ',' | ';' = ';'): string {
  return `${cells.map(csvCell).join(separator)}\r\n`;
}

/**
 * A CSV file as a stream that asks for the next page only when the reader takes it; begins with a byte order mark so
 * that spreadsheets read UTF-8.
 * @param pages yields the cells of each line, a page at a time
 */
export function csvResponse(
  filename: string,
  header: string[],
  pages: AsyncGenerator<(string | number | null)[][]>,
): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(`\ufeff${csvLine(header)}`)),
    async pull(controller) {
      // A pull that hands over nothing is not repeated: an empty page is passed over here.
      for (let page = await pages.next(); ; page = await pages.next()) {
        if (page.done) return controller.close();
        const text = page.value.map((cells) => csvLine(cells)).join('');
        if (text) return controller.enqueue(encoder.encode(text));
      }
    },
    async cancel() {
      await pages.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${filename}"`,
    },
  });
}
