import { backupRegister } from '../../../../src/main/store/sqlite/backup/backupRegister'
import { replaceDamaged, replaceRegister } from '../../../../src/main/store/sqlite/backup/replaceRegister'

/**
 * A program that puts one backup after the other in the place of the register named on its command line until it is
 * killed: each second time as if the register could not be kept.
 */
const register = process.argv[2] ?? ''

for (let round = 1; ; round++) {
  const backup = `${register}.backup-${round % 2}`
  const kept = await backupRegister(register, `${register}.kept`)
  if (!kept.ok) throw new Error(kept.code)
  const replaced = round % 4 < 2 ? await replaceRegister(backup, register, kept.value) : await replaceDamaged(backup, register)
  if (!replaced.ok) throw new Error(replaced.code)
  process.stdout.write(`${round}\n`)
}
