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
    return read(await parts.text(entry))
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
