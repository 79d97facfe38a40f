/**
 * Slips of the pen in the legal form that ends a company's name: one character of 有限公司 wrong, missing, doubled or in its
 * neighbour's place. 国有公司 and 无限公司 are forms of their own.
 */
const slips: readonly (readonly [RegExp, string])[] = [
  [/(?:股[分扮纷]|[般殷肢胶]份)(?=有限|公司)/u, '股份'],
  [/份股(?=有限公司$)/u, '股份'],
  [/有限(?:[^责]任|责[^任公]|责|任|任责)公司$/u, '有限责任公司'],
  [/有[^限]责任公司$/u, '有限责任公司'],
  [/有限责任(?:[^公任]?司|公[^司]?|司公|公公司|公司司)$/u, '有限责任公司'],
  [/(?:有责限任|有限责公任|限有责任|有限限责任|有限责责任|有限责任任)公?司$/u, '有限责任公司'],
  [/(?<![国所拥])有(?=有限(?:责任)?公司$)/u, ''],
  [/(?:限有公司|有公限司|有限司公|有限限公司|有限公公司|有限公司司)$/u, '有限公司'],
  [/(?<![国所拥])有([^限公])限公司$/u, '$1有限公司'],
  [/(?<=.{4})(?<![国所拥])有[^限]?公司$/u, '有限公司'],
  [/[冇右肴]?(?<![有无])限公司$/u, '有限公司'],
  [/有限(?:[^公任]?司|公[^司]?)$/u, '有限公司'],
]

/** The name with its legal form as it is meant; most names come back as they are. */
export function mendLegalForm(name: string): string {
  if (isSound(name)) return name
  return slips.reduce((text, [slip, form]) => text.replace(slip, form), name)
}

/** Half a million names are asked: a look at the last characters lets nearly all of them go. */
function isSound(name: string): boolean {
  if (name.endsWith('有限公司')) return !'有份分扮纷股'.includes(name.at(-5) ?? '?')
  if (name.endsWith('有限责任公司')) return name.at(-7) !== '有'
  return !/[有限股][^的]{0,3}[公司任]/u.test(name.slice(-6))
}
