import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { OriginalReading } from '../../../../src/main/register/import/document/originalReading'
import type { OpenWorkbook } from '../../../../src/main/register/import/session/runImport'
import { createFileStore } from '../../../../src/main/store/fileStore'
import { readWorkbook } from '../../../../src/main/workbook/readWorkbook'
import { importSample } from '../../../support/registers/sampleImport'
import { firstSenderRow, senderWorkbook, type SenderSheet } from '../../../support/workbooks/senderWorkbook'
import { tempRegister } from '../../../support/registers/tempRegister'

const sheet = (name: string): SenderSheet => ({ name, title: `${name}标准情况表`, rows: [[1, 'GB/T 40001-2021', '甲', '国家标准', '2021-05-06', '青岛某某有限公司']] })

it('answers for a short sheet as soon as it is read, whatever else the workbook has', async () => {
  using register = tempRegister()
  const store = register.open()
  const path = join(register.folder, '两张表.xlsx')
  writeFileSync(path, senderWorkbook([sheet('市南区'), sheet('市北区')]))
  expect(await importSample(store, path)).toMatchObject({ ok: true, value: { batch: 1 } })
  await createFileStore(register.path).keep(path)
  const batch = await store.batches.get(1)
  if (!batch) throw new Error('nothing was taken in')

  const release = Promise.withResolvers<undefined>()
  const open: OpenWorkbook = async function* (file, options) {
    for await (const event of readWorkbook(file, options)) {
      if (event.type === 'sheet' && event.sheet.name === '市北区') await release.promise
      yield event
    }
  }
  const reading = await OriginalReading.begin(register.path, batch, ['市南区', '市北区'], open)
  if (!reading.ok) throw new Error(reading.code)
  await reading.value.until('市南区', 100)
  expect([reading.value.isReading, reading.value.rows.lastRow('市南区')]).toEqual([true, firstSenderRow])
  release.resolve(undefined)
  await reading.value.until('市北区', 100)
  expect(reading.value.rows.lastRow('市北区')).toBe(firstSenderRow)
  reading.value.close()
  await vi.waitFor(() => { expect(reading.value.isReading).toBe(false) })
  await store.close()
})
