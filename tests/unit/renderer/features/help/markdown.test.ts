import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseMarkdown, spansOf } from '../../../../../src/renderer/features/help/markdown'

const folder = join(import.meta.dirname, '../../../../../resources/manual')
const files = readdirSync(folder).filter((name) => name.endsWith('.md'))

describe('the manual', () => {
  it('is read block by block', () => {
    expect(parseMarkdown('# 题\n\n一行\n两行\n\n1. 甲\n2. 乙\n\n- 丙\n\n| 键 | 做 |\n| --- | --- |\n| F1 | 说明 |\n\n![图](images/a.png)')).toEqual([
      { type: 'heading', level: 1, text: '题' }, { type: 'paragraph', text: '一行两行' }, { type: 'list', isNumbered: true, items: ['甲', '乙'] }, { type: 'list', isNumbered: false, items: ['丙'] },
      { type: 'table', header: ['键', '做'], rows: [['F1', '说明']] }, { type: 'picture', text: '图', name: 'a.png' },
    ])
    expect(spansOf('先看**校验**再生成')).toEqual([{ text: '先看', isBold: false }, { text: '校验', isBold: true }, { text: '再生成', isBold: false }])
  })
  it.each(files)('%s begins with its title, and every picture it shows is there', (name) => {
    const blocks = parseMarkdown(readFileSync(join(folder, name), 'utf8'))
    expect(blocks[0]).toMatchObject({ type: 'heading', level: 1 })
    const pictures = blocks.filter((block) => block.type === 'picture')
    expect(pictures.filter((block) => !readdirSync(join(folder, 'images')).includes(block.name))).toEqual([])
  })
})
