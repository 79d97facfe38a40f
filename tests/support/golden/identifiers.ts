import { applicationCheckDigit } from '../../../src/shared/domain/patents/patentNumber'
import { organisationCheckCharacter, usccCheckCharacter } from '../../../src/shared/domain/units/uscc'

/** A valid application number of the year, type digit and serial. */
export function application(year: number, type: 1 | 2 | 3, serial: number): string {
  const digits = `${year}${type}${String(serial).padStart(7, '0')}`
  return `${digits}.${applicationCheckDigit(digits)}`
}

/** A valid 统一社会信用代码 of an enterprise registered with the city. */
export function uscc(serial: number): string {
  const organisation = `MA3${String(serial).padStart(5, '0')}`
  const body = `91370200${organisation}${organisationCheckCharacter(organisation)}`
  return `${body}${usccCheckCharacter(body)}`
}
