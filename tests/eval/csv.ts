/** One row of a CSV file with the line it starts on. */
export type CsvRow = { line: number; fields: string[] };

/** Reads RFC 4180 text: quotes, doubled quotes, line breaks in fields, a byte order mark, CRLF or LF. Throws on an open quote. */
export function parseCsv(source: string): CsvRow[] {
  const text = source.replace(/^\uFEFF/, '');
  const rows: CsvRow[] = [];
  let fields: string[] = [];
  let field = '';
  let line = 1;
  let start = 1;
  let quotedSince = 0;
  const endField = () => {
    fields.push(field);
    field = '';
  };
  const endRow = () => {
    endField();
    if (fields.some((value) => value !== '')) rows.push({ line: start, fields });
    fields = [];
    start = line;
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '\n') line += 1;
    if (quotedSince > 0) {
      if (character !== '"') field += character;
      else if (text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else quotedSince = 0;
    } else if (character === '"' && field === '') quotedSince = line;
    else if (character === ',') endField();
    else if (character === '\n') endRow();
    else if (character === '\r' && (text[at + 1] === '\n' || text[at + 1] === undefined)) continue;
    else field += character;
  }
  if (quotedSince > 0) throw new Error(`line ${quotedSince}: a quote is opened and never closed`);
  endRow();
  return rows;
}
