export type Row = Readonly<Record<string, string | number>>;

/** Text in columns; numbers stand to the right. */
export function table(rows: readonly Row[]): string {
  const names = Object.keys(rows[0] ?? {});
  const columns = names.map((name) => {
    const cells = rows.map((row) => row[name] ?? '');
    const width = Math.max(name.length, ...cells.map((cell) => String(cell).length));
    const isNumber = cells.every((cell) => typeof cell === 'number');
    return [name, ...cells].map((cell) =>
      isNumber ? String(cell).padStart(width) : String(cell).padEnd(width),
    );
  });
  return [-1, ...rows.keys()]
    .map((line) =>
      columns
        .map((column) => column[line + 1])
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
