import { z } from 'zod'
import { importKinds } from '../../../../shared/domain/catalogue/headings'
import { readMark } from '../../workbookMark'
import type { DistrictDirectory } from '../districtDirectory'

/** What a form of this program says about itself when it comes back filled. */
const templateMark = z.object({ template: z.object({ kind: z.enum(importKinds), district: z.string().regex(/^\d{6}$/).nullable() }) })
export type TemplateMark = z.output<typeof templateMark>['template']

export function writeTemplateMark({ kind, district }: TemplateMark): string {
  return JSON.stringify({ template: { kind, district } })
}

/**
 * The form that a file was made as; null for any other file. It is a hint: columns decide what a table is, and a district
 * counts only where it is one of the city's and the form's own title says no other.
 */
export function readTemplateMark(text: string | undefined, districts: DistrictDirectory): TemplateMark | null {
  const said = parseTemplateMark(text)
  return said && { kind: said.kind, district: said.district !== null && districts.isDistrict(said.district) ? said.district : null }
}

/** What the mark says, of whichever city; also where the form went back to its sender. */
export function parseTemplateMark(text: string | undefined): TemplateMark | null {
  return readMark(text, templateMark)?.template ?? null
}
