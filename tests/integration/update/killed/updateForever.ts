import { chooseVersion } from '../../../../src/main/update/keptVersions'
import { runUpdateOrder } from '../../../../src/main/update/runUpdateOrder'

/** Updates between two versions without end, and says each that was chosen. */
const [, , publicKey = '', versionsFolder = '', ...places] = process.argv
for (let round = 0; ; round++) {
  const where = places[round % places.length] ?? ''
  const version = /place-(.+)$/.exec(where)?.[1] ?? ''
  const before = /place-(.+)$/.exec(places[(round + 1) % places.length] ?? '')?.[1] ?? ''
  const made = await runUpdateOrder({ work: 'prepare', where, publicKey, version, kind: 'linux-folder', versionsFolder, keep: [before], keepProgram: null }, () => undefined)
  if (!made.ok) throw new Error(made.code)
  chooseVersion(versionsFolder, version, '0.1.0')
  process.stdout.write(`${version}\n`)
}
