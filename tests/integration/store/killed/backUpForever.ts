import { dirname, join } from 'node:path'
import { makeBackup } from '../../../../src/main/register/backup/makeBackup'
import { newBackup } from '../../../../src/main/register/backup/ownBackups'

/** A program that backs the register named on its command line up, minute after minute, until it is killed. */
const register = process.argv[2] ?? ''
const folder = join(dirname(register), '备份')
const start = new Date(2022, 0, 1).getTime()

for (let round = 1; ; round++) {
  const made = await makeBackup(register, newBackup(register, folder, start + round * 60_000))
  if (!made.ok) throw new Error(made.code)
  process.stdout.write(`${round}\n`)
}
