import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadedBy, otherPrograms, parserOnly, waysIntoParser } from '../../../scripts/parserOnly.mjs'
import { mainEntries } from '../../../vite.main.config'

const root = join(import.meta.dirname, '../../..')

describe('files of strangers are unpacked and scanned in the parser process alone', () => {
  it('no import leads there from another program', () => {
    const { entries, files, ways } = waysIntoParser(root)
    expect(ways).toEqual([])
    expect(entries).toBe(otherPrograms.length)
    expect(files).toBeGreaterThan(1_000)
  })

  it('every program that is built is looked at, and every path of the parser’s is there', () => {
    expect(Object.values(mainEntries).filter((entry) => !otherPrograms.includes(entry))).toEqual([mainEntries.parser])
    expect(parserOnly.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  it('reads what a source loads, and leaves what is only a type', () => {
    const source = `
      import a from './static'
      import type { B } from './type'
      import { type C } from './loadedForNothing'
      import './bare'
      export * from './all'
      export type { D } from './exportedType'
      export { e } from './named'
      const f = await import('./dynamic')
      type G = import('./inType').G`
    expect(loadedBy('sample.ts', source)).toEqual(['./static', './loadedForNothing', './bare', './all', './named', './dynamic'])
  })
})

describe('a planted way', () => {
  let copy: string
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'biaozhi-parser-only-'))
    const planted = {
      'src/main/register/process.ts': "import { fill } from './fill/filling'\nexport const start = fill",
      'src/main/register/fill/filling.ts': "import type { A } from '../../workbook/patch/sheetCells'\nexport const fill = async (): Promise<A> => (await import('../../workbook/patch/open')).open()",
      'src/main/workbook/patch/open.ts': 'export const open = () => 1',
      'src/main/workbook/patch/sheetCells.ts': 'export type A = number',
    }
    for (const [file, content] of Object.entries(planted)) {
      mkdirSync(dirname(join(copy, file)), { recursive: true })
      writeFileSync(join(copy, file), content)
    }
  })
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  it('is found with every file on it', () => {
    expect(waysIntoParser(copy).ways).toEqual([['src/main/register/process.ts', 'src/main/register/fill/filling.ts', 'src/main/workbook/patch/open.ts']])
  })
})
