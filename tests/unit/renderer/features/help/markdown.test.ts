import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseMarkdown, spansOf, type Block } from '../../../../../src/renderer/features/help/markdown'

const folder = join(import.meta.dirname, '../../../../../resources/manual')
const pagesIn = (place: string): string[] => readdirSync(place).filter((name) => name.endsWith('.md'))
const english = join(folder, 'en')
const files = pagesIn(folder)
const blocksOf = (place: string, name: string): Block[] => parseMarkdown(readFileSync(join(place, name), 'utf8'))

/** What a page is made of, whatever its language: headings, pictures, tables with their rows, lists with their items. */
function builtOf(blocks: readonly Block[]): string[] {
  return blocks.map((block) => {
    switch (block.type) {
      case 'heading': return `heading ${block.level}`
      case 'picture': return `picture ${block.name}`
      case 'table': return `table of ${block.rows.length}`
      case 'list': return `list of ${block.items.length}`
      case 'paragraph': return 'paragraph'
    }
  })
}

describe('the manual', () => {
  it('is read block by block', () => {
    expect(parseMarkdown('# 题\n\n一行\n两行\n\n1. 甲\n2. 乙\n\n- 丙\n\n| 键 | 做 |\n| --- | --- |\n| F1 | 说明 |\n\n![图](images/a.png)')).toEqual([
      { type: 'heading', level: 1, text: '题' }, { type: 'paragraph', text: '一行两行' }, { type: 'list', isNumbered: true, items: ['甲', '乙'] }, { type: 'list', isNumbered: false, items: ['丙'] },
      { type: 'table', header: ['键', '做'], rows: [['F1', '说明']] }, { type: 'picture', text: '图', name: 'a.png' },
    ])
    expect(spansOf('先看**校验**再生成')).toEqual([{ text: '先看', isBold: false }, { text: '校验', isBold: true }, { text: '再生成', isBold: false }])
  })
  it('has an English page for each Chinese one, built alike, without a Chinese sentence', () => {
    expect(pagesIn(english)).toEqual(files)
    for (const name of files) {
      expect([name, ...builtOf(blocksOf(english, name))]).toEqual([name, ...builtOf(blocksOf(folder, name))])
      expect([name, ...(readFileSync(join(english, name), 'utf8').match(/\p{Script=Han}{2,}[，。]|[，。；：]/gu) ?? [])]).toEqual([name])
    }
  })
  it.each([...files.map((name) => [folder, name] as const), ...pagesIn(english).map((name) => [english, name] as const)])('%s/%s begins with its title, and every picture it shows is there', (place, name) => {
    const blocks = blocksOf(place, name)
    expect(blocks[0]).toMatchObject({ type: 'heading', level: 1 })
    const pictures = blocks.filter((block) => block.type === 'picture')
    expect(pictures.filter((block) => !readdirSync(join(place, 'images')).includes(block.name))).toEqual([])
  })
})
