import type { Spoken } from '../paper'
import type * as zh from '../zh/demoTexts'

export const demoTexts = {
  'demo.importing': 'Importing {files} sample files',
  'demo.register': 'Made a register in the temporary folder: {file}',
  'demo.imported': 'Imported {files} sample files, {read} rows read; {review} to answer and {rejected} rejected were not taken in',
  'demo.file': 'File',
  'demo.ranked': 'Main indicators of the districts in {period}, ranks in brackets',
  'demo.indicator': 'Indicator {index}',
  'demo.legend': '{name}: {label} ({unit})',
  'demo.cell': '{value} ({rank})',
  'demo.produced': 'Produced {forms} forms; all their checks passed',
  'demo.form': '{form} {label}: {file}',
  'demo.next': 'Look at this register: {command} list standards --limit 5 --register "{file}"',
} as const satisfies Spoken<typeof zh.demoTexts>
