import type { Destination } from '../../components/navigation'
import { parseMarkdown, type Block } from './markdown'

export interface Chapter {
  id: string
  title: string
  blocks: readonly Block[]
}

const sources = import.meta.glob<string>('../../../../resources/manual/*.md', { query: '?raw', import: 'default', eager: true })
const pictures = import.meta.glob<string>('../../../../resources/manual/images/*.png', { query: '?url', import: 'default', eager: true })

/** The manual that comes with the program, chapter by chapter. */
export const chapters: readonly Chapter[] = Object.entries(sources).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([path, source]) => {
  const blocks = parseMarkdown(source)
  const [first] = blocks
  return { id: /\d+-(\w+)\.md$/.exec(path)?.[1] ?? path, title: first?.type === 'heading' ? first.text : '', blocks }
})

/** Address of a picture of the manual; null when it was not made. */
export function pictureAddress(name: string): string | null {
  return Object.entries(pictures).find(([path]) => path.endsWith(`/${name}`))?.[1] ?? null
}

const chapterOfRoute: Record<Destination['route'], string> = {
  workbench: 'start', standards: 'records', patents: 'records', trademarks: 'records', units: 'units', honours: 'records',
  imports: 'imports', ranking: 'ranking', reports: 'reports', settings: 'settings',
}

export function chapterFor(route: Destination['route']): string {
  return chapterOfRoute[route]
}
