/** A list with so many empty entries behind it to be filled. */
export function padded<Row>(rows: readonly Row[], more: number, empty: Row): Row[] {
  return [...rows, ...Array.from({ length: more }, () => empty)];
}

/** Whether something is wrong with a row, or with any field in it: "subThemes.0". */
export function isRefused(problems: Record<string, string>, row: string): boolean {
  return Object.keys(problems).some((name) => name === row || name.startsWith(`${row}.`));
}
