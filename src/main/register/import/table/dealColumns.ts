import { headingKey } from '../../../../shared/domain/catalogue/headings'

/**
 * Lists of licences, pledges and insurances tell of two things in one row: of a right, and of what was agreed about it. Their
 * bare words for days (终止日期, 有效期) are those of the agreement, and in a licence 让与人 is who keeps the right.
 */
const licence = /被许可|许可(?:种类|方式|类型|期限|性质|费|地域|范围|合同)/u
const agreement = /质权(?!次数)|质押(?:登记|合同|期|物|金额|融资金?额)|保单|保险(?:期|金额|公司|标的)|承保|贷款/u
const dayOfAgreement = /^(?:生效|起始|开始|终止|截止|到期|届满|期满|结束|起止|有效)(?:日|日期|时间|期|期限)$|^(?:有效期|期限)(?:至|起|止)?$/u
const giver = /^(?:让与|转让|出让)(?:人|方)/u
const taker = /^受让(?:人|方)/u

/** The columns that speak of the right, each in the words that it would have in a list of rights alone. */
export function columnsOfRight<Column extends { header: string }>(columns: readonly Column[]): readonly Column[] {
  const isLicence = columns.some(({ header }) => licence.test(header))
  if (!isLicence && !columns.some(({ header }) => agreement.test(header))) return columns
  return columns.flatMap((column) => {
    const own = headingKey(column.header).split('/').at(-1) ?? ''
    if (dayOfAgreement.test(own) || (isLicence && taker.test(own))) return []
    return isLicence && giver.test(own) ? [{ ...column, header: own.replace(giver, '许可人') }] : [column]
  })
}
