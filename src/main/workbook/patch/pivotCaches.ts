import { spliced } from './splice'
import { attributeOf, tagsOf, withAttribute } from '../xml/xmlTags'

/**
 * What a pivot table remembers of its source, asked to be read again when the file is opened: the figures that it shows
 * would be those of the empty form. A source that is called by a name may lie anywhere; one outside the file stays.
 *
 * @param isTouched  whether cells of a sheet, by its name, have been filled or are calculated anew
 */
export function withRefreshedSource(cache: string, isTouched: (sheet: string) => boolean): string {
  const tags = [...tagsOf(cache)]
  const root = tags.find(({ name, kind }) => name === 'pivotCacheDefinition' && kind !== 'close')
  const source = tags.find(({ name, kind }) => name === 'worksheetSource' && kind !== 'close')
  if (root === undefined || source === undefined || /\s[\w.-]+:id\s*=/u.test(cache.slice(source.start, source.end))) return cache
  const sheet = attributeOf(cache, source, 'sheet')
  if (sheet !== undefined && !isTouched(sheet)) return cache
  return spliced(cache, [{ start: root.start, end: root.end, text: withAttribute(cache.slice(root.start, root.end), 'refreshOnLoad', '1') }])
}
