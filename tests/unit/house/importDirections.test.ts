import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkImportDirections, specifiersOf } from '../../../scripts/importDirections.mjs'

const root = join(import.meta.dirname, '../../..')

/** One forbidden import for every layer: the file that would hold it, and what it would import. */
const violations: readonly (readonly [file: string, specifier: string])[] = [
  ['src/shared/domain/planted.ts', '../text/t'],
  ['src/shared/domain/planted2.ts', 'node:fs'],
  ['src/shared/text/planted.ts', '../bridge/contract'],
  ['src/shared/bridge/planted.ts', '../../main/register/handlers'],
  ['src/main/store/planted.ts', '../workbook/types'],
  ['src/main/workbook/planted.ts', '../store/registerStore'],
  ['src/main/workbook/planted2.ts', 'better-sqlite3'],
  ['src/main/register/planted.ts', 'electron'],
  ['src/main/register/import/planted.ts', '../../electron/windows'],
  ['src/main/cli/planted.ts', '../store/registerStore'],
  ['src/main/electron/planted.ts', '../register/handlers'],
  ['src/preload/planted.ts', '../main/register/handlers'],
  ['src/renderer/components/planted.ts', 'ag-grid-community'],
  ['src/renderer/components/planted2.ts', '../features/standards/filters'],
  ['src/renderer/features/patents/planted.ts', '../standards/filters'],
  ['src/renderer/features/patents/planted2.ts', '../../app/routes'],
  ['src/renderer/features/patents/planted3.ts', 'electron'],
  ['src/renderer/app/planted.ts', '../../main/register/handlers'],
]

/** Lint sees the specifier only, so of these it cannot tell that they leave their own feature. */
const unseenByLint = new Set(['../standards/filters'])

describe('the direction of imports', () => {
  it('holds in every source file', () => {
    const { files, imports, problems } = checkImportDirections(root)
    expect(problems).toEqual([])
    expect(files).toBeGreaterThan(50)
    expect(imports).toBeGreaterThan(files)
  })

  it('reads every way of naming a module', () => {
    const source = `
      import a from './static'
      import type { B } from './type'
      export * from './all'
      export { c } from './named'
      const d = await import('./dynamic')
      type E = import('./inType').E
      import f = require('./equals')
      const g = require('./require')
      const h = await import(name)
      // import './comment'
      const text = "import './text'"`
    expect(specifiersOf('sample.ts', source)).toEqual([
      './static', './type', './all', './named', './dynamic', './inType', './equals', './require', '(computed)',
    ])
  })
})

describe('planted violations', () => {
  let copy: string

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'biaozhi-directions-'))
    cpSync(join(root, '.oxlintrc.json'), join(copy, '.oxlintrc.json'))
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
    for (const [file, specifier] of violations) {
      mkdirSync(dirname(join(copy, file)), { recursive: true })
      writeFileSync(join(copy, file), `import type * as planted from '${specifier}'\nexport type Planted = typeof planted\n`)
    }
  })
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  it('are all found by the resolving check', () => {
    const found = checkImportDirections(copy).problems.map(({ file, specifier }) => `${file} ${specifier}`)
    expect(found.toSorted()).toEqual(violations.map((planted) => planted.join(' ')).toSorted())
  })

  it('are all found by lint', () => {
    const program = join(root, 'node_modules/oxlint/bin/oxlint')
    const { status, stdout } = spawnSync(process.execPath, [program, '--format', 'json', 'src'], { cwd: copy, encoding: 'utf8' })
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] }
    const found = diagnostics.filter(({ code }) => code.includes('no-restricted-imports')).map(({ filename }) => filename)
    const expected = violations.filter(([, specifier]) => !unseenByLint.has(specifier)).map(([file]) => file)
    expect([...new Set(found)].toSorted()).toEqual(expected.toSorted())
    expect(status).toBe(1)
  })
})
