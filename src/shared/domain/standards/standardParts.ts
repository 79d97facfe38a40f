/** What standard numbers are made of and told about (domain.md 1.2). */

export type StandardKind =
  | 'international' | 'national' | 'national_health' | 'industry' | 'local_province' | 'local_city' | 'group' | 'enterprise'
export type StandardNature = 'mandatory' | 'recommended' | 'guidance' | 'voluntary'
export type AdoptionDegree = 'IDT' | 'MOD' | 'NEQ'

export type StandardNumberWarning =
  | 'dash_restored' | 'extracted_from_text' | 'part_dot_restored' | 'slash_restored' | 'two_digit_year'
  | 'year_separator_fixed' | 'range_split'

export type StandardNumberCode =
  | 'amendment_not_counted' | 'association_code_missing' | 'not_a_standard_number' | 'plan_number' | 'draft_not_published' | 'unknown_code'
  | 'unknown_nature' | 'unknown_region_code' | 'year_in_future'

/** The parts a canonical number is printed from. */
export interface NumberParts {
  prefix: string
  number: string
  year: number | null
  /** Between number and year; international numbers use a colon. */
  separator: '-' | ':'
  /** Printed instead of the year: " (06/2012)" of ITU. */
  dateSuffix?: string
}
