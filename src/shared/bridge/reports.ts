import { z } from 'zod'
import { formNames, type FormName } from '../domain/catalogue/forms'
import { letterings, papers } from '../domain/catalogue/printedLook'
import { leadRules } from '../domain/counting/leadRules'
import { figureRequest, zonePolicies } from './counting'

/** Printed forms as the window asks for them and shows them. */

const [firstForm, ...otherForms] = formNames as readonly [FormName, ...FormName[]]
export const formName = z.enum([firstForm, ...otherForms])

/** How a form is filled; what is left out is the default of the rules. */
export const reportChoice = z.object({
  form: formName,
  /** 2021, 2021H1, 2021Q3, 2021-06 or a range of days. */
  period: z.string().min(4).max(40),
  asOf: z.iso.date().optional(),
  leadRule: z.enum(leadRules).optional(),
  zones: z.enum(zonePolicies).optional(),
  population: z.string().max(40).optional(),
  /** Where the total stands; the form's own place when left out. */
  totalAt: z.enum(['first', 'last']).optional(),
  /** A4 and plain when left out. */
  paper: z.enum(papers).optional(),
  lettering: z.enum(letterings).optional(),
  /** Name of one district, for the detail list only. */
  district: z.string().max(60).optional(),
})
export type ReportChoice = z.output<typeof reportChoice>

export const reportCatalogue = z.object({
  forms: z.array(z.object({
    form: formName, label: z.string(), unit: z.string(), isDetailList: z.boolean(),
    /** Which options change something. */
    hasAsOf: z.boolean(), hasLeadRule: z.boolean(), hasPopulation: z.boolean(), totalAt: z.enum(['first', 'last']).nullable(),
  })),
  /** Population series the register has, newest first, with their names. */
  populations: z.array(z.object({ series: z.string(), label: z.string() })),
  districts: z.array(z.string()),
})
export type ReportCatalogue = z.output<typeof reportCatalogue>

type OptionsOfForms = Omit<ReportChoice, 'form' | 'period'>

/** What a form knows of the options, in the words in which it is produced: a form asked for in the same way is the frozen one. */
export function optionsFor(form: ReportCatalogue['forms'][number], { asOf, leadRule, zones, population, totalAt, paper, lettering, district }: OptionsOfForms): OptionsOfForms {
  return {
    ...(form.hasAsOf && asOf !== undefined ? { asOf } : {}),
    ...(form.hasLeadRule && leadRule !== undefined ? { leadRule } : {}),
    ...(!form.isDetailList && zones !== undefined ? { zones } : {}),
    ...(form.hasPopulation && population !== undefined ? { population } : {}),
    ...(form.totalAt !== null && totalAt !== undefined && totalAt !== form.totalAt ? { totalAt } : {}),
    ...(paper !== undefined && paper !== 'A4' ? { paper } : {}),
    ...(lettering !== undefined && lettering !== 'plain' ? { lettering } : {}),
    ...(form.isDetailList && district !== undefined ? { district } : {}),
  }
}

export const printedCell = z.object({
  row: z.int().nonnegative(),
  column: z.int().nonnegative(),
  rowSpan: z.int().positive(),
  colSpan: z.int().positive(),
  text: z.string(),
  part: z.enum(['title', 'subtitle', 'header', 'body', 'note', 'signature']),
  align: z.enum(['left', 'center', 'right']),
  isBold: z.boolean(),
  /** What stands behind a number; null where nothing can be opened. */
  figure: figureRequest.nullable(),
})
export type PrintedCell = z.output<typeof printedCell>

/** A form as it is written and printed: the same cells, merges and sizes. */
export const printedForm = z.object({
  name: z.string(),
  /** In digits of the printed font, and in points. */
  columnWidths: z.array(z.number()),
  rowHeights: z.array(z.number()),
  cells: z.array(printedCell),
})
export type PrintedForm = z.output<typeof printedForm>

export const reportCheck = z.object({ id: z.string(), ok: z.boolean(), message: z.string() })

/** What the fonts of this computer could not do for a PDF. */
export const fontShortage = z.object({ replacedFonts: z.array(z.object({ asked: z.string(), used: z.string() })), missingCharacters: z.string() })

export const reportPreview = z.object({
  title: z.string(),
  form: printedForm,
  checks: z.array(reportCheck),
  /** What the form counts and the register has nothing of, as a sentence; null where nothing is missing. */
  missing: z.string().nullable(),
  /** What the explanation sheet says, line by line. */
  explanation: z.array(z.array(z.string())),
  /** Name the rule gives the file: 青岛市_标准制修订统计表_2021年_20220110.xlsx. */
  fileName: z.string(),
  sequence: z.int(),
  /** Series that divided, where one did. */
  population: z.string().nullable(),
})
export type ReportPreview = z.output<typeof reportPreview>

export const producedReport = z.object({
  id: z.int(),
  form: z.string(),
  label: z.string(),
  period: z.string(),
  asOf: z.string(),
  /** Options in words. */
  options: z.array(z.string()),
  fileName: z.string(),
  /** Where it was written; null for what was produced before places were kept. */
  file: z.string().nullable(),
  sha256: z.string(),
  sequence: z.int(),
  producedAt: z.number(),
  operator: z.string(),
  /** The register has not changed since: producing again gives the same figures. */
  isCurrent: z.boolean(),
})
export type ProducedReport = z.output<typeof producedReport>
