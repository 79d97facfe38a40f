export interface Layer {
  ours: string[]
  packages: string[]
  isolated?: boolean
}

export interface DirectionProblem {
  file: string
  specifier: string
  reason: string
}

export const layers: Record<string, Layer>
export function checkImportDirections(root: string): { files: number; imports: number; problems: DirectionProblem[] }
export function specifiersOf(file: string, source: string): string[]
export function objection(file: string, specifier: string): string | null
