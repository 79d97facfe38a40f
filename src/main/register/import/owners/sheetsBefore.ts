import { kindHeadings, type ImportKind } from '../../../../shared/domain/catalogue/headings'
import type { TitleFacts } from '../table/titleFacts'
import type { DistrictDirectory } from '../districtDirectory'

/** What a table without a word of its own on districts makes of those that the sheets before it name. */
export interface DistrictBefore {
  /** The one district that all of them are of; null where it may be any of several. */
  code: string | null
}

const ofTheWhole = /全市|全省|各区|各县|各市|汇总|合计|总表/u

/**
 * The districts that a workbook's sheets name, in their order. 崂山区2021年专利 over the first sheet is said of a bureau's
 * whole workbook; sheets that are called after districts, or titles of several, leave one that names none open.
 */
export class SheetsBefore {
  private readonly codes = new Set<string>()
  private isTitled = false

  constructor(private readonly districts: DistrictDirectory) {}

  /** Remembers what the title, form line or name of a sheet says. */
  note(codes: readonly string[], title: TitleFacts): void {
    for (const code of codes) this.codes.add(code)
    this.isTitled ||= this.districts.reporterIn([title.reporter, title.title]) !== null
  }

  /** What holds for a table that names no district; null where no sheet before names any, or the table is of the whole city. */
  districtFor(kind: ImportKind, { title, sheet }: TitleFacts): DistrictBefore | null {
    const [only, ...more] = this.codes
    if (only === undefined || !('district' in kindHeadings[kind].fields)) return null
    if (ofTheWhole.test(`${title}\n${sheet}`) || this.districts.regionIn([title, sheet]) !== null) return null
    return { code: more.length === 0 && this.isTitled ? only : null }
  }
}
