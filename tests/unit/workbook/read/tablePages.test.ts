import { describe, expect, it } from 'vitest'
import { bufferSource } from '../../../../src/main/workbook/byteSource'
import { readHtml } from '../../../../src/main/workbook/html/readHtml'
import type { Cell, Merge, ReadEvent } from '../../../../src/main/workbook/types'
import { readXml2003 } from '../../../../src/main/workbook/xml2003'
import { Refusal } from '../../../../src/shared/domain/result'

function html(page: string | Buffer): { rows: Cell[][]; numbers: number[]; hidden: number[]; merges: Merge[] } {
  return summary([...readHtml(bufferSource(Buffer.from(page)), {})])
}

function summary(events: readonly ReadEvent[]): { rows: Cell[][]; numbers: number[]; hidden: number[]; merges: Merge[] } {
  const rows = events.flatMap((event) => (event.type === 'rows' ? event.rows : []))
  return {
    rows: rows.map((row) => row.cells),
    numbers: rows.map((row) => row.row),
    hidden: rows.filter((row) => row.hidden).map((row) => row.row),
    merges: events.flatMap((event) => (event.type === 'tail' ? event.tail.merges : [])),
  }
}

describe('readHtml', () => {
  it('reads cells as a browser shows them', () => {
    const page = '<table><tr><th> 名 \n 称 <td>&nbsp;<td>R&amp;D&#x3000;A&lt;B<br>第二行</td></tr></table>'
    expect(html(page).rows).toEqual([['名 称', null, 'R&D\u3000A<B\n第二行']])
  })

  it('tells raised digits from those before them', () => {
    expect(html('<table><tr><td>49.1<sup>1</sup><td><sup>2021</sup><td>m<sup>2</sup>3<td>1<sup>2<td>3</table>').rows).toEqual([['49.1¹', '2021', 'm²3', '1²', '3']])
  })

  it('does without closing tags', () => {
    expect(html('<TABLE><TR><TD>1<TD>2<TR><TD>3</TABLE>').rows).toEqual([['1', '2'], ['3']])
  })

  it('puts cells beside and below spans where a browser puts them', () => {
    const page = `<table><tr><td rowspan="2">甲</td><td colspan=2>乙</td></tr><tr><td>丙</td><td>丁</td></tr><tr><td>戊</td></tr></table>`
    const { rows, merges } = html(page)
    expect(rows).toEqual([['甲', '乙'], [null, '丙', '丁'], ['戊']])
    expect(merges).toEqual([
      { top: 1, bottom: 2, left: 0, right: 0 },
      { top: 1, bottom: 1, left: 1, right: 2 },
    ])
  })

  it('never reads scripts, styles and comments', () => {
    const page = '<table><tr><td>a<script>"<td>x"</script><style>td{}</style><!-- <td>y --></td><td>b</td></tr></table><script>while(1);'
    expect(html(page).rows).toEqual([['a', 'b']])
  })

  it('numbers blank rows and marks hidden ones', () => {
    const page = '<table><tr><td>1</td></tr><tr><td></td></tr><tr style="display: none"><td>3</td></tr></table>'
    const { numbers, hidden } = html(page)
    expect(numbers).toEqual([1, 3])
    expect(hidden).toEqual([3])
  })

  it('reads every table of a page, nested ones too', () => {
    const page = '<table><tr><td>外<table><tr><td>内</td></tr></table>面</td></tr></table><table><tr><td>后</td></tr></table>'
    expect(html(page).rows).toEqual([['内'], ['外面'], ['后']])
  })

  it('keeps a less-than sign that opens no tag', () => {
    expect(html('<table><tr><td>a < b</td></tr></table>').rows).toEqual([['a < b']])
  })

  it('is not confused by a greater-than sign in an attribute', () => {
    expect(html('<table><tr><td title="a>b">c</td></tr></table>').rows).toEqual([['c']])
  })

  it('believes bytes more than a wrong declaration of UTF-8', () => {
    const page = Buffer.concat([Buffer.from('<meta charset=utf-8><table><tr><td>'), Buffer.from('c7e0b5ba', 'hex'), Buffer.from('</td></tr></table>')])
    expect(html(page).rows).toEqual([['青岛']])
  })

  it('reads 100,000 nested tables and 200,000 nested elements', () => {
    const deep = '<table><tr><td>'.repeat(100_000)
    expect(html(`${'<b>'.repeat(200_000)}${deep}底`).rows).toEqual([['底']])
  })

  it('refuses a page without a filled table', () => {
    expect(() => html('<html><p>欢迎</p></html>')).toThrow(Refusal)
  })
})

describe('readXml2003', () => {
  async function read(body: string): Promise<ReadEvent[]> {
    const workbook = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${body}</Workbook>`
    const events: ReadEvent[] = []
    for await (const event of readXml2003(bufferSource(Buffer.from(workbook)), {})) events.push(event)
    return events
  }

  it('reads types, gaps and merges', async () => {
    const events = await read(`<Styles><Style ss:ID="d"><NumberFormat ss:Format="yyyy\\-mm\\-dd"/></Style></Styles>
      <Worksheet ss:Name="甲"><Table><Row ss:Index="3"><Cell ss:Index="2" ss:MergeAcross="1" ss:MergeDown="2"><Data ss:Type="String">文 <B>字</B></Data></Cell>
      <Cell><Data ss:Type="Number">1.5</Data></Cell><Cell ss:StyleID="d"><Data ss:Type="Number">44197</Data></Cell>
      <Cell><Data ss:Type="DateTime">2021-01-01T00:00:00.000</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell>
      <Cell><Data ss:Type="Error">#REF!</Data></Cell><Cell ss:Formula="=A1"/><Cell><Comment><Data ss:Type="String">批注</Data></Comment></Cell></Row></Table></Worksheet>`)
    const { rows, numbers, merges } = summary(events)
    expect(numbers).toEqual([3])
    expect(rows).toEqual([[null, '文 字', null, 1.5, { d: 44197 }, { iso: '2021-01-01T00:00:00.000' }, true, { e: '#REF!' }, { f: true }]])
    expect(merges).toEqual([{ top: 3, bottom: 5, left: 1, right: 2 }])
  })

  it('tells digits that stand raised behind other words', async () => {
    const cell = (text: string): string => `<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">${text}</ss:Data></Cell>`
    const events = await read(`<Worksheet ss:Name="甲"><Table><Row>${['<Font>49.1</Font><Sup><Font>1</Font></Sup>', 'm<Sup>2</Sup>3', 'CO<Sub>2</Sub>', '<Sup>5</Sup>', '6'].map(cell).join('')}</Row></Table></Worksheet>`)
    expect(summary(events).rows).toEqual([['49.1¹', 'm²3', 'CO2', '5', '6']])
  })

  it('lists hidden sheets and leaves their rows out', async () => {
    const sheet = (name: string, visible: string): string =>
      `<Worksheet ss:Name="${name}"><Table><Row><Cell><Data ss:Type="String">${name}</Data></Cell></Row></Table>
       <WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">${visible}</WorksheetOptions></Worksheet>`
    const events = await read(sheet('往年', '<Visible>SheetHidden</Visible>') + sheet('今年', ''))
    expect(events[0]).toMatchObject({ info: { sheets: [{ name: '往年', state: 'hidden' }, { name: '今年', state: 'visible' }] } })
    expect(summary(events).rows).toEqual([['今年']])
  })

  it('refuses a workbook that is cut off', async () => {
    const cut = bufferSource(Buffer.from('<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet>'))
    await expect(async () => {
      for await (const event of readXml2003(cut, {})) expect(event).toBeUndefined()
    }).rejects.toThrow(Refusal)
  })
})
