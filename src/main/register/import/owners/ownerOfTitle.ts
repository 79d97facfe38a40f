import type { RowReader } from '../sheet/rowReader'
import type { TitleFacts } from '../table/titleFacts'
import type { SheetContext } from '../kinds/kindJudge'

const ofOwner = /^(?:20\d\d年度?)?([\u4e00-\u9fffA-Za-z()（）]{2,40}?(?:公司|集团|研究院|研究所|大学|学院|合作社))[\s_—-]*(?:20\d\d年度?)?(?:的|名下|所有|拥有|现有|有效|授权|已|注册|申请|国内|发明|实用新型|外观设计|知识产权|专利|商标|发布|主导|参与|制修订|制定|修订|起草|国家|行业|国际|团体|企业|标准|[和及、或])*(?:清单|明细|台账|一览|统计|汇总|列表|目录|信息|情况)/u
/** Who hands lists of others down, and words for many of them. */
const ofOthers = /代理|事务所|知识产权|标准化|咨询|服务|各|等|辖区|全市|[省市区县](?:大学|学院|研究院|研究所|公司|集团)$/u

/**
 * The owner of all patents or marks of a table without a column of owners: 单位名称：… above it, or 青岛甲有限公司专利清单 as its
 * title or the file's name. It is said. Null where a column has them, or nobody is named.
 */
export function ownerOfTitle(reader: RowReader, { title }: SheetContext, columns: readonly string[]): string | null {
  if (columns.some((field) => reader.has(field))) return null
  const name = namedBy(title)
  if (name !== null) reader.notice('', 'owner_by_title', name)
  return name
}

/** What stands over the sheet's first table names the owner of a further one that names none itself. */
function namedBy(title: TitleFacts): string | null {
  return title.unit ?? unitNamed(title) ?? (title.over === undefined ? null : namedBy(title.over))
}

/** Whose list it is, by its title or the file's name. */
export function unitNamed({ title, fileStem }: TitleFacts): string | null {
  for (const text of [title, fileStem]) {
    const name = ofOwner.exec(text)?.[1]
    if (name !== undefined && !ofOthers.test(name)) return name
  }
  return null
}
