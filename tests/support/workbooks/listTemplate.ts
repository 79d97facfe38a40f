import { workbookOf } from './workbookParts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A form with a list in rows 4 to 6, a sum below, a second list in rows 10 and 11, and a sheet that speaks of both. */
export function listTemplate(more = ''): Buffer {
  const row = (number: number, cells: string): string => `<row r="${number}">${cells}</row>`
  const text = (address: string, words: string): string => `<c r="${address}" t="inlineStr"><is><t>${words}</t></is></c>`
  const line = (number: number): string => row(number, `<c r="A${number}"/><c r="B${number}"/><c r="C${number}"/><c r="D${number}"><f>A${number}*2</f><v>0</v></c><c r="E${number}" s="0"/>`)
  const rows = [
    row(1, text('A1', '名单')), row(3, ['序号', '单位', '日期', '倍数'].map((word, at) => text(`${'ABCD'[at]}3`, word)).join('')), line(4), line(5), line(6),
    row(7, `${text('A7', '合计')}<c r="D7"><f>SUM(D4:D6)</f><v>0</v></c>`), row(10, `<c r="A10"/><c r="B10"/>`), row(11, `<c r="A11"/><c r="B11"/>`),
    row(13, `${text('A13', '总计')}<c r="D13"><f>D7+SUM(A10:A11)</f></c>`),
  ]
  const sheet = `<dimension ref="A1:E13"/><sheetData>${rows.join('')}</sheetData><autoFilter ref="A3:D6"/><mergeCells count="2"><mergeCell ref="B5:C5"/><mergeCell ref="A13:C13"/></mergeCells><conditionalFormatting sqref="A4:A6 A10:A11"><cfRule type="expression" priority="1"><formula>A4&gt;$D$13</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="B4:B6"><formula1>$A$10:$A$11</formula1></dataValidation></dataValidations>${more}`
  return workbookOf(sheet, {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="汇总" sheetId="2" r:id="rId4"/><sheet name="名 单" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">'名 单'!$A$1:$E$13</definedName><definedName name="合计数">'名 单'!$D$7</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId4" Type="${relations}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
    'xl/worksheets/sheet2.xml': `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1"><f>'名 单'!D13</f><v>0</v></c><c r="B1"><f>合计数</f></c><c r="C1"><f>COUNT('名 单'!A4:A6)</f></c></row></sheetData></worksheet>`,
  })
}
