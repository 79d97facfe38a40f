import { Refusal } from '../../../shared/domain/result'
import type { PackageParts } from './packageParts'

const longestProperties = 256 * 1024

/**
 * What this program once wrote among a workbook's properties. Properties are no data: a workbook whose properties cannot
 * be read is read without them.
 *
 * @param name  the part that holds them
 */
export async function findMark(parts: PackageParts, name: string | undefined, read: (xml: string) => string | undefined): Promise<string | undefined> {
  try {
    const entry = name === undefined ? undefined : parts.find(name)
    if (entry === undefined || entry.size > longestProperties) return undefined
    const chunks: Buffer[] = []
    for await (const chunk of parts.chunks(entry)) chunks.push(chunk)
    return read(Buffer.concat(chunks).toString('utf8'))
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
