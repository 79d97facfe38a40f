import { readFileSync, writeFileSync } from 'node:fs'
import { partsOf, zipOf, type ZipPart } from './workbookParts'

type Edit = (part: ZipPart) => ZipPart

/** Saves a workbook as another with some of its texts replaced, as a person does who types over cells; everything else stays as it is. */
export function retype(from: string, to: string, texts: Readonly<Record<string, string>>): string {
  return rewrite(from, to, ({ name, content }) => {
    if (!name.startsWith('xl/worksheets/')) return { name, content }
    return { name, content: Object.entries(texts).reduce((xml, [was, becomes]) => xml.replaceAll(`>${was}<`, `>${becomes}<`), content.toString()) }
  })
}

/** Saves a workbook with other properties: what an older program wrote none of, or what belongs to another register. */
export function remark(from: string, to: string, edit: (mark: string) => string): string {
  return rewrite(from, to, ({ name, content }) => ({ name, content: name === 'docProps/custom.xml' ? edit(content.toString()) : content }))
}

function rewrite(from: string, to: string, edit: Edit): string {
  writeFileSync(to, zipOf(partsOf(readFileSync(from)).map(edit)))
  return to
}
