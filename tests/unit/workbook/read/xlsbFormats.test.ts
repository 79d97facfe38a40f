import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Cell } from '../../../../src/main/workbook/types'
import { libraryFileOf } from '../../../support/golden/tablePlan'
import { readFile } from '../../../support/workbooks/readWorkbookFile'
import { partsOf, zipOf } from '../../../support/workbooks/workbookParts'

const folder = mkdtempSync(join(tmpdir(), 'xlsb-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

/** 1 March 2021 in a binary workbook, under a format that Chinese Excel does not spell out. */
async function dateUnder(format: number): Promise<Cell | undefined> {
  const file = libraryFileOf([{ rows: [[{ serial: 44_256, format: 'm/d/yy' }]] }], 'xlsb')
  const parts = partsOf(file).map(({ name, content }) => ({ name, content: name.endsWith('styles.bin') ? withFormat(content, format) : content }))
  const path = join(folder, `${format}.xlsb`)
  writeFileSync(path, zipOf(parts))
  const { sheets } = await readFile(path)
  return sheets[0]?.rows[0]?.cells[0]
}

/** The formats of cells are records of type 47 and 16 bytes; the third and fourth byte are the number of the number format. */
function withFormat(content: Buffer | string, format: number): Buffer {
  const styles = Buffer.from(content)
  for (let at = styles.indexOf(Buffer.from([47, 16])); at >= 0; at = styles.indexOf(Buffer.from([47, 16]), at + 1)) {
    if (styles.readUInt16LE(at + 4) === 14) styles.writeUInt16LE(format, at + 4)
  }
  return styles
}

describe('dates of a binary workbook under formats that are built into Chinese Excel', () => {
  it.each([
    [14, { d: 44_256 }], [31, { d: 44_256 }], [57, { d: 44_256, shows: 'month' }], [27, { d: 44_256, shows: 'month' }], [58, { d: 44_256, shows: 'no_year' }], [46, { d: 44_256 }], [49, 44_256],
  ])('are shown as format %i shows them', async (format, cell) => {
    expect(await dateUnder(format)).toEqual(cell)
  })
})
