import { attributeOf, resolveReferences, tagsOf } from './xml/xmlTags'
import { longestMark } from './limits'
import { escapeXml } from './write/package/xmlText'
import { insertInto } from './annotate/xmlInsert'

/**
 * A word of this program in a workbook's own properties: office programs keep it when they save the file. Whoever has the
 * file can write anything there, so that it is a hint about where the file comes from and never a proof.
 */
const markName = 'biaozhi'

const empty = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
/** The set of properties that users define (ISO/IEC 29500-1, 15.2.12.2). */
const userDefined = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}'
const firstId = 2

export const propertiesType = 'application/vnd.openxmlformats-officedocument.custom-properties+xml'

/** A part of custom properties with the mark in it. @param xml  null when the workbook has none */
export function withMark(xml: string | null, mark: string): string {
  const others = withoutProperty(xml ?? empty)
  const id = [...tagsOf(others)].filter(({ name, kind }) => name === 'property' && kind !== 'close').reduce((most, tag) => Math.max(most, Number(attributeOf(others, tag, 'pid')) || 0), firstId - 1) + 1
  const value = `<vt:lpwstr xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${escapeXml(mark)}</vt:lpwstr>`
  return insertInto(others, 'Properties', `<property fmtid="${userDefined}" pid="${id}" name="${markName}">${value}</property>`, 'last')
}

function withoutProperty(xml: string): string {
  const place = placeOf(xml)
  return place === null ? xml : xml.slice(0, place.start) + xml.slice(place.end)
}

/** The mark in a part of custom properties; undefined where there is none. */
export function readMark(xml: string): string | undefined {
  const place = placeOf(xml)
  if (place === null) return undefined
  const text = resolveReferences(xml.slice(place.start, place.end).replaceAll(/<[^>]*>/g, ''))
  return text.length <= longestMark ? text : undefined
}

/** The mark in the properties of an OpenDocument file. @param xml  its part meta.xml */
export function readOpenDocumentMark(xml: string): string | undefined {
  for (const tag of tagsOf(xml)) {
    if (tag.name !== 'user-defined' || tag.kind !== 'open' || attributeOf(xml, tag, 'meta:name') !== markName) continue
    const text = resolveReferences(xml.slice(tag.end, xml.indexOf('<', tag.end)))
    return text.length <= longestMark ? text : undefined
  }
  return undefined
}

/** Marks are JSON of ASCII letters: they are found in a set of properties whatever code page it is written in. */
const written = /\{"(?:return|template|export)":\{[\x20-\x7E]{1,3900}?\}\}/

/** The mark in the properties of an old workbook. @param properties  its stream DocumentSummaryInformation */
export function readOleMark(properties: Buffer): string | undefined {
  return (written.exec(properties.toString('latin1')) ?? written.exec(properties.toString('utf16le')) ?? written.exec(properties.subarray(1).toString('utf16le')))?.[0]
}

function placeOf(xml: string): { start: number; end: number } | null {
  let start: number | null = null
  for (const tag of tagsOf(xml)) {
    if (tag.name !== 'property') continue
    if (tag.kind === 'close' && start !== null) return { start, end: tag.end }
    if (tag.kind === 'open') start = attributeOf(xml, tag, 'name') === markName ? tag.start : null
  }
  return null
}
