import { replaceRegister } from '../../../../src/main/store/sqlite/backup/backupRegister'

/** A program that puts one backup after the other in the place of the register named on its command line until it is killed. */
const register = process.argv[2] ?? ''

for (let round = 1; ; round++) {
  const replaced = await replaceRegister(`${register}.backup-${round % 2}`, register)
  if (!replaced.ok) throw new Error(replaced.code)
  process.stdout.write(`${round}\n`)
}
