/** What one apostrophe in front guards from spreadsheets, as it was. The codebook promises that this undoes it. */
export const unguarded = (shown: string): string => (shown.startsWith("'") ? shown.slice(1) : shown);

/** Cells of a CSV, row by row; null where nothing stands, not even quotes. Quotes double inside quotes; a line ends with \n or \r\n. @throws Error `invalid line: NUMBER` where a cell is no cell */
export const csvRows = (text: string, separator: "," | ";"): (string | null)[][] => {
  const source = text.replace(/^\uFEFF/, "");
  const cell = new RegExp(`(?:"([^"]*(?:""[^"]*)*)"|([^"${separator}\\r\\n][^${separator}\\r\\n]*|))(${separator}|\\r?\\n|$)`, "y");
  const rows: (string | null)[][] = [];
  let row: (string | null)[] = [];
  while (cell.lastIndex < source.length || row.length > 0) {
    const match = cell.exec(source);
    if (match === null) throw new Error(`invalid line: ${rows.length + 1}`);
    row.push(match[1]?.replaceAll('""', '"') ?? (match[2] || null));
    if (match[3] === separator) continue;
    rows.push(row);
    row = [];
  }
  return rows;
};
