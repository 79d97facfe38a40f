import { hashFile } from '../../workbook/hashFile'
import type { StoredBatch } from '../../store/registerStore'
import { sampleFiles } from '../import/sampleFiles'

let known: Promise<ReadonlySet<string>> | null = null

/** Whether one of the bundled samples is among the imports in force: told by the contents, whatever a file is called. */
export async function holdsSamples(batches: readonly StoredBatch[]): Promise<boolean> {
  if (batches.length === 0) return false
  known ??= sampleHashes()
  const samples = await known
  return batches.some(({ state, sha256 }) => state === 'active' && samples.has(sha256))
}

async function sampleHashes(): Promise<ReadonlySet<string>> {
  const hashes = new Set<string>()
  for (const file of sampleFiles().files) hashes.add(await hashFile(file))
  return hashes
}
