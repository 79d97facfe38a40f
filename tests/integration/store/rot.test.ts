import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { answersOf, fillRegister, isNoticed } from '../../support/faults/registerAnswers'
import { lengthOf, recordFigure } from '../../support/longSuites'
import { createRandom } from '../../support/registers/randomRecords'
import { tempRegister } from '../../support/registers/tempRegister'

describe('one flipped bit in the file', () => {
  it('is noticed by the check or changes no answer', async () => {
    using register = tempRegister()
    await fillRegister(register)
    const whole = readFileSync(register.path)
    const answers = await answersOf(register.path)
    expect(await isNoticed(register.path)).toBe(false)
    const random = createRandom(20260101)
    const silent: number[] = []
    const flips = lengthOf('ROT_FLIPS', 60)
    for (let flip = 0; flip < flips; flip++) {
      const rotten = Buffer.from(whole)
      const at = random.below(rotten.length)
      rotten.writeUInt8(rotten.readUInt8(at) ^ (1 << random.below(8)), at)
      writeFileSync(register.path, rotten)
      if (!(await isNoticed(register.path)) && (await answersOf(register.path)) !== answers) silent.push(at)
    }
    expect(silent).toEqual([])
    recordFigure('flips', flips)
  })
})
