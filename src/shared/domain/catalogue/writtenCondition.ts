/** How the values of a condition are met, and the sign that says so between its field and its values. */
export const conditionSigns = { is: '=', excludes: '!=', starts: '^=', contains: '*=' } as const
export type Match = keyof typeof conditionSigns
export const matchKinds = Object.keys(conditionSigns) as Match[]

/** A condition as a person writes it; what its field and values mean is judged by the register. */
export interface WrittenCondition { field: string; match: Match; values: readonly string[] }

/**
 * Reads `field=value`, with commas between alternatives and spaces wherever they do not matter.
 *
 * @returns null where there is no field, no sign or no value
 */
export function readCondition(text: string): WrittenCondition | null {
  const [, field = '', sign, list = ''] = /^\s*([a-zA-Z]+)\s*(!=|\^=|\*=|=)(.*)$/u.exec(text) ?? []
  const match = matchKinds.find((kind) => conditionSigns[kind] === sign)
  const values = conditionValues(list).map((value) => value.trim()).filter((value) => value !== '')
  return match === undefined || values.length === 0 ? null : { field, match, values }
}

/** What stands between the commas, Chinese ones too. */
export function conditionValues(list: string): string[] {
  return list.split(/[,，]/u)
}

/** The text that {@link readCondition} reads. */
export function writeCondition({ field, match, values }: WrittenCondition): string {
  return `${field}${conditionSigns[match]}${values.join(',')}`
}
