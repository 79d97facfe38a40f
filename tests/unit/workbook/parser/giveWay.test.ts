import { execFileSync } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'

const source = pathToFileURL(join(import.meta.dirname, '../../../../src/main/workbook/parser/giveWay.ts')).href

it('stands behind other programs that want the processor', () => {
  const script = `import { giveWay } from ${JSON.stringify(source)}; import { getPriority } from 'node:os'; giveWay(); console.log(getPriority())`
  const priority = Number(execFileSync(process.execPath, ['--input-type=module-typescript', '--no-warnings', '-e', script], { encoding: 'utf8' }))
  expect(priority).toBeGreaterThanOrEqual(constants.priority.PRIORITY_BELOW_NORMAL)
})
