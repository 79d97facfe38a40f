import { posix } from 'node:path'
import { attributeOf, tagsOf } from '../xml/xmlTags'
import { relationshipsOf, type TemplatePackage } from '../patch/templatePackage'
import { escapeXml } from '../write/package/xmlText'
import { greatestNumber, insertInto } from './xmlInsert'

const relationTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const emptyRelations = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
const contentTypes = '[Content_Types].xml'

export interface Linked {
  id: string
  /** Name of the part it points to. */
  part: string
}

/**
 * The parts of a workbook that are written anew, and the links between them. What is not touched here is taken over as
 * the bytes it is.
 */
export class PackageLinks {
  /** New text by the name of the entry. */
  readonly changed = new Map<string, string>()

  constructor(private readonly template: TemplatePackage) {}

  /** Name under which the file has a part, whatever the case; undefined when it has none. */
  nameOf(part: string): string | undefined {
    return this.template.entries.find(({ name }) => name.toLowerCase() === part.toLowerCase())?.name
  }

  /** The part as it is to be written; null when there is none. */
  async text(part: string): Promise<string | null> {
    const name = this.nameOf(part)
    return this.changed.get(name ?? part) ?? (name === undefined ? null : await this.template.text(part))
  }

  set(part: string, text: string): void {
    this.changed.set(this.nameOf(part) ?? part, text)
  }

  /** A name that no part has yet, numbered: `xl/comments{n}.xml`. */
  freeName(pattern: string): string {
    for (let number = 1; ; number++) {
      const name = pattern.replace('{n}', String(number))
      if (this.nameOf(name) === undefined && !this.changed.has(name)) return name
    }
  }

  /** The first part of a type (the end of its address) that a part points to. */
  async linked(from: string, type: string): Promise<Linked | null> {
    return (await this.linksOf(from)).find((link) => link.type.endsWith(`/${type}`)) ?? null
  }

  /** The part behind a link. */
  async byId(from: string, id: string): Promise<Linked | null> {
    return (await this.linksOf(from)).find((link) => link.id === id) ?? null
  }

  private async linksOf(from: string): Promise<(Linked & { type: string })[]> {
    const xml = (await this.text(relationshipsOf(from))) ?? ''
    const links = [...tagsOf(xml)].filter((tag) => tag.name === 'Relationship' && tag.kind !== 'close' && attributeOf(xml, tag, 'TargetMode') !== 'External')
    return links.map((tag) => {
      const target = (attributeOf(xml, tag, 'Target') ?? '').replaceAll('\\', '/')
      const part = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(from), target)
      return { id: attributeOf(xml, tag, 'Id') ?? '', type: attributeOf(xml, tag, 'Type') ?? '', part }
    })
  }

  /** Points a part to another one. @returns the link's id */
  async link(from: string, type: string, part: string): Promise<string> {
    const name = relationshipsOf(from)
    const xml = (await this.text(name)) ?? emptyRelations
    const id = `rId${greatestNumber(xml, 'Relationship', 'Id') + 1}`
    this.set(name, insertInto(xml, 'Relationships', `<Relationship Id="${id}" Type="${relationTypes}/${type}" Target="/${escapeXml(part)}"/>`, 'last'))
    return id
  }

  /** Says what a new part is. */
  async declare(part: string, contentType: string): Promise<void> {
    const xml = (await this.text(contentTypes)) ?? ''
    this.set(contentTypes, insertInto(xml, 'Types', `<Override PartName="/${escapeXml(part)}" ContentType="${contentType}"/>`, 'last'))
  }

  /** Says what all parts with an ending are, unless that is said already. */
  async declareEnding(ending: string, contentType: string): Promise<void> {
    const xml = (await this.text(contentTypes)) ?? ''
    for (const tag of tagsOf(xml)) if (tag.name === 'Default' && attributeOf(xml, tag, 'Extension')?.toLowerCase() === ending) return
    this.set(contentTypes, insertInto(xml, 'Types', `<Default Extension="${ending}" ContentType="${contentType}"/>`, 'first'))
  }
}
