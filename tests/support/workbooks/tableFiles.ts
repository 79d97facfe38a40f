import { writeFileSync } from 'node:fs'

/** Writes a small table as a UTF-8 CSV file. */
export function writeCsv(path: string, rows: readonly (readonly string[])[]): void {
  writeFileSync(path, `${rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')}\r\n`)
}
