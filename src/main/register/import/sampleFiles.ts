import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'

const answersSchema = z.object({
  meta: z.object({ today: z.string() }),
  importOrder: z.array(z.object({ file: z.string(), outcome: z.object({ refused: z.string() }).optional() })),
})

export interface SampleFiles {
  /** The day on which the invented city of the samples lives, YYYY-MM-DD. */
  today: string
  /** Paths in the order in which they belong into a register; files that are refused on purpose are not among them. */
  files: string[]
}

const answersFile = 'resources/samples/expected.json'

/** The bundled samples. Throws when the program stands without its resources folder. */
export function sampleFiles(): SampleFiles {
  const folder = dirname(findUpwards(import.meta.dirname, answersFile))
  const { meta, importOrder } = answersSchema.parse(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')))
  return { today: meta.today, files: importOrder.filter(({ outcome }) => outcome === undefined).map(({ file }) => join(folder, file)) }
}

/** The built program stands in a folder of its own depth; resources lie beside out. */
function findUpwards(from: string, name: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, name))) return join(folder, name)
    if (folder === dirname(folder)) throw new Error(`${name} is missing`)
  }
}
