import { writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { attachFiles } from '../../../../src/main/register/attachments/attachFiles'
import { createFileStore } from '../../../../src/main/store/fileStore'
import { createStore } from '../../../../src/main/store/sqlite/createStore'
import { aBatch, aChangeSet, anInsert, aPatent } from '../../../support/registers/changeSets'
import { recordServicesOver } from '../../../support/registers/recordServices'

/** A program that attaches file after file to a record of the register named on its command line until it is killed. */
const path = process.argv[2] ?? ''
const opened = createStore(path, { mode: 'write' })
if (!opened.ok) throw new Error(opened.code)
const services = recordServicesOver(opened.value)
const files = createFileStore(path)
const source = join(path, '..', '扫描件.pdf')
await opened.value.apply(aChangeSet({ batch: aBatch(), inserts: [anInsert('patent', aPatent())] }))

for (;;) {
  writeFileSync(source, Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(400_000)]))
  const attached = await attachFiles(services, files, 'patent', 1, [source])
  if (!attached.ok) throw new Error(attached.code)
  process.stdout.write(`${attached.value.change.sequence}\n`)
}
