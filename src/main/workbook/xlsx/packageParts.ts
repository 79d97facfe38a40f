import { posix } from 'node:path'
import { Refusal } from '../../../shared/domain/result'
import type { ByteSource } from '../byteSource'
import { maxHeldPartBytes } from '../limits'
import type { XmlReader } from '../xml/xmlReader'
import { attributeOf, tagsOf } from '../xml/xmlTags'
import { textOfPart, utf8Chunks } from '../xml/utf8Chunks'
import { assertEntryIsSafe, unpackEntry, unpackWhole } from '../zip/unpackEntry'
import { damagedZip, readZipDirectory, type ZipEntry } from '../zip/zipDirectory'

/**
 * The parts of an Open Packaging file by name. Part names are compared without regard to case (ISO/IEC 29500-2, 6.2),
 * and careless writers use backslashes.
 */
export class PackageParts {
  /** As the archive lists them. */
  readonly listed: readonly ZipEntry[]
  private readonly entries = new Map<string, ZipEntry[]>()
  private readonly unpacked = new Set<ZipEntry>()

  constructor(protected readonly source: ByteSource) {
    this.listed = readZipDirectory(source)
    for (const entry of this.listed) {
      const key = keyOf(entry.name)
      const same = this.entries.get(key)
      if (same) same.push(entry)
      else this.entries.set(key, [entry])
    }
  }

  has(name: string): boolean {
    return this.entries.has(keyOf(name))
  }

  hasAnyUnder(folder: string): boolean {
    const prefix = keyOf(folder)
    return [...this.entries.keys()].some((key) => key.startsWith(prefix))
  }

  /** What all parts together unpack to; refuses with `too_large` where one is packed tighter than real data. */
  unpackedBytes(): number {
    let bytes = 0
    for (const entry of this.listed) {
      assertEntryIsSafe(entry)
      bytes += entry.size
    }
    return bytes
  }

  /** Refuses with `ambiguous_file` when two parts claim the name: programs would disagree on which one counts. */
  find(name: string): ZipEntry | undefined {
    const same = this.entries.get(keyOf(name))
    if (same && same.length > 1) throw new Refusal('ambiguous_file', undefined, { part: name })
    return same?.[0]
  }

  require(name: string): ZipEntry {
    const entry = this.find(name)
    if (!entry) throw damagedZip('part_missing', name)
    return entry
  }

  /** The part as UTF-8 chunks, whatever its encoding. */
  chunks(entry: ZipEntry, onPacked?: (bytes: number) => void): AsyncGenerator<Buffer> {
    return utf8Chunks(unpackEntry(this.source, entry, onPacked))
  }

  /** A whole part of bounded size, whatever its encoding. */
  async text(entry: ZipEntry): Promise<string> {
    return textOfPart(await this.bytes(entry))
  }

  /** A whole part of bounded size as it is. */
  async bytes(entry: ZipEntry): Promise<Buffer> {
    const bytes = await unpackWhole(this.source, entry, maxHeldPartBytes)
    this.unpacked.add(entry)
    return bytes
  }

  /** Whether the part was unpacked whole, and thereby held against what the directory promises of it. */
  isProved(entry: ZipEntry): boolean {
    return this.unpacked.has(entry)
  }

  /** Feeds a whole part of bounded size to a reader. */
  async scan(entry: ZipEntry, reader: XmlReader, limit = maxHeldPartBytes): Promise<void> {
    assertIsHeld(entry, limit)
    for await (const chunk of this.chunks(entry)) reader.push(chunk)
    reader.finish()
  }
}

function assertIsHeld({ name, size }: ZipEntry, limit: number): void {
  if (size > limit) throw new Refusal('too_large', undefined, { what: 'part', part: name, bytes: size })
}

function keyOf(name: string): string {
  return posix.normalize(name.replaceAll('\\', '/').replace(/^\/+/, '')).toLowerCase()
}

export interface Relationship {
  id: string
  /** Last segment of the type's address: the same in transitional and strict documents. */
  type: string
  target: string
}

/** Relations of a part to other parts of the file; references to the outside are left out and never followed. */
export async function readRelationships(parts: PackageParts, partName: string): Promise<Relationship[]> {
  const folder = posix.dirname(partName)
  const name = posix.join(folder, '_rels', `${posix.basename(partName)}.rels`)
  const entry = parts.find(name)
  if (!entry) return []
  const found: Relationship[] = []
  const xml = await parts.text(entry)
  for (const tag of tagsOf(xml)) {
    if (tag.name !== 'Relationship' || tag.kind === 'close' || attributeOf(xml, tag, 'TargetMode') === 'External') continue
    const type = attributeOf(xml, tag, 'Type') ?? ''
    found.push({
      id: attributeOf(xml, tag, 'Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: resolveTarget(parts, folder, attributeOf(xml, tag, 'Target') ?? ''),
    })
  }
  return found
}

/** Targets are relative to the part's folder or absolute; some writers forget the slash of an absolute one. */
function resolveTarget(parts: PackageParts, folder: string, target: string): string {
  const path = safeDecode(target.replaceAll('\\', '/'))
  if (path.startsWith('/')) return path.slice(1)
  const relative = posix.join(folder, path)
  return !parts.has(relative) && parts.has(path) ? path : relative
}

function safeDecode(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}
