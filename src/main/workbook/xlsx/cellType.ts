/** ST_CellType (ISO/IEC 29500-1, 18.18.11): number, shared string, formula text, inline text, boolean, error, date. */
const cellTypes = ['n', 's', 'str', 'inlineStr', 'b', 'e', 'd'] as const
export type CellType = (typeof cellTypes)[number]

const letterS = 0x73

/** The type written between two positions; undefined when there is none of that name. */
export function cellTypeAt(bytes: Buffer, start: number, end: number): CellType | undefined {
  // Nearly every text cell is a shared string: this one is told without a string.
  if (end - start === 1 && bytes[start] === letterS) return 's'
  const text = bytes.toString('latin1', start, end)
  return cellTypes.find((type) => type === text)
}
