import type { Language } from '../../../shared/domain/language'
import { language } from '../../../shared/text/language'
import type { Destination } from '../../components/navigation'
import { parseMarkdown, type Block } from './markdown'

export interface Chapter {
  id: string
  title: string
  blocks: readonly Block[]
}

const chinese = {
  sources: import.meta.glob<string>('../../../../resources/manual/*.md', { query: '?raw', import: 'default', eager: true }),
  pictures: import.meta.glob<string>('../../../../resources/manual/images/*.png', { query: '?url', import: 'default', eager: true }),
}
const english = {
  sources: import.meta.glob<string>('../../../../resources/manual/en/*.md', { query: '?raw', import: 'default', eager: true }),
  pictures: import.meta.glob<string>('../../../../resources/manual/en/images/*.png', { query: '?url', import: 'default', eager: true }),
}
const manuals: Record<Language, { chapters: readonly Chapter[]; pictures: Record<string, string> }> = {
  'zh-CN': { chapters: chaptersOf(chinese.sources), pictures: chinese.pictures },
  en: { chapters: chaptersOf(english.sources), pictures: english.pictures },
}

/** The manual that comes with the program, in the language spoken, chapter by chapter. */
export function manualChapters(): readonly Chapter[] {
  return manuals[language()].chapters
}

/** Address of a picture of the manual; null when it was not made. */
export function pictureAddress(name: string): string | null {
  return Object.entries(manuals[language()].pictures).find(([path]) => path.endsWith(`/${name}`))?.[1] ?? null
}

function chaptersOf(sources: Record<string, string>): readonly Chapter[] {
  return Object.entries(sources).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([path, source]) => {
    const blocks = parseMarkdown(source)
    const [first] = blocks
    return { id: /\d+-(\w+)\.md$/.exec(path)?.[1] ?? path, title: first?.type === 'heading' ? first.text : '', blocks }
  })
}

const chapterOfRoute: Record<Destination['route'], string> = {
  workbench: 'start', standards: 'records', patents: 'records', trademarks: 'records', units: 'units', honours: 'records',
  imports: 'imports', ranking: 'ranking', reports: 'reports', settings: 'settings',
}

export function chapterFor(route: Destination['route']): string {
  return chapterOfRoute[route]
}
