import { zipOf, type ZipPart } from './workbookParts'

/**
 * The workbook of a district as people make them: two forms of standards on two sheets and a sheet of rules, with styles,
 * a merged title, drop-downs, conditional formats, frozen rows, print settings, protection, a comment with its box, a
 * drawing, macros, names of single sheets. Rows are written as they are given, each cell in its column's style.
 */
export interface SenderSheet {
  name: string
  title: string
  rows: readonly (readonly (string | number | null)[])[]
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const package_ = 'http://schemas.openxmlformats.org/package/2006'
const content = 'application/vnd.openxmlformats-officedocument'

export const senderHeadings = ['序号', '标准编号', '标准名称', '标准级别', '发布日期', '起草单位'] as const
/** First row of data: title, unit line and headings stand above. */
export const firstSenderRow = 4

export function senderWorkbook(sheets: readonly SenderSheet[], { macros = false } = {}): Buffer {
  const worksheets = [...sheets.map(dataSheet), rulesSheet()]
  const names = [...sheets.map(({ name }) => name), '填报说明']
  const overrides = [
    ['xl/workbook.xml', macros ? 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' : `${content}.spreadsheetml.sheet.main+xml`],
    ...worksheets.map((_, index) => [`xl/worksheets/sheet${index + 1}.xml`, `${content}.spreadsheetml.worksheet+xml`]),
    ['xl/styles.xml', `${content}.spreadsheetml.styles+xml`], ['xl/comments1.xml', `${content}.spreadsheetml.comments+xml`], ['xl/drawings/drawing1.xml', `${content}.drawing+xml`],
  ]
  const parts: ZipPart[] = [
    { name: '[Content_Types].xml', content: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="${package_}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="${content}.vmlDrawing"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>${overrides.map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`).join('')}</Types>` },
    { name: '_rels/.rels', content: rels([['rId1', 'officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', content: `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr/><bookViews><workbookView xWindow="0" yWindow="0" activeTab="0"/></bookViews><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets><definedNames>${sheets.map(({ name }, index) => `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${name}'!$1:$3</definedName>`).join('')}</definedNames></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', content: rels([...worksheets.map((_, index) => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const), [`rId${worksheets.length + 1}`, 'styles', 'styles.xml'], ...(macros ? [['rId90', 'vbaProject', 'vbaProject.bin'] as const] : [])]) },
    ...worksheets.map((xml, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, content: xml })),
    { name: 'xl/worksheets/_rels/sheet1.xml.rels', content: rels([['rId1', 'drawing', '../drawings/drawing1.xml'], ['rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml'], ['rId3', 'comments', '../comments1.xml']]) },
    { name: 'xl/comments1.xml', content: `<comments xmlns="${main}"><authors><author>王科长</author></authors><commentList><comment ref="B3" authorId="0"><text><t>写全称，带年代号</t></text></comment><comment ref="B${firstSenderRow}" authorId="0"><text><r><t>这一条请再核对</t></r></text></comment></commentList></comments>` },
    { name: 'xl/drawings/vmlDrawing1.vml', content: vml() },
    { name: 'xl/drawings/drawing1.xml', content: `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>7</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>4</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="公章"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom></xdr:spPr></xdr:sp><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>` },
    { name: 'xl/styles.xml', content: stylesXml },
    ...(macros ? [{ name: 'xl/vbaProject.bin', content: Buffer.from('macros as they are') }] : []),
  ]
  return zipOf(parts)
}

const stylesXml = `<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="黑体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyProtection="1"><alignment wrapText="1"/><protection locked="0"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyProtection="1"><protection locked="0"/></xf><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment horizontal="center"/></xf></cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><color rgb="FFFF0000"/></font></dxf></dxfs></styleSheet>`

const dateColumn = 4

function dataSheet({ name, title, rows }: SenderSheet, index: number): string {
  const last = firstSenderRow + rows.length - 1
  const body = rows.map((cells, at) => `<row r="${firstSenderRow + at}">${cells.map((value, column) => cellXml(value, `${letter(column)}${firstSenderRow + at}`, column === dateColumn ? 2 : 1)).join('')}</row>`).join('')
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${main}" xmlns:r="${relations}"><sheetPr><tabColor rgb="FFCC0000"/></sheetPr><dimension ref="A1:F${last}"/><sheetViews><sheetView${index === 0 ? ' tabSelected="1"' : ''} workbookViewId="0"><pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="2" max="3" width="24" customWidth="1"/><col min="5" max="6" width="18" customWidth="1"/></cols><sheetData><row r="1" ht="30" customHeight="1"><c r="A1" s="3" t="inlineStr"><is><t>${title}</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>填报单位：${name}市场监管局</t></is></c></row><row r="3">${senderHeadings.map((heading, column) => cellXml(heading, `${letter(column)}3`, 1)).join('')}</row>${body}</sheetData><sheetProtection sheet="1" objects="1" scenarios="1"/><mergeCells count="1"><mergeCell ref="A1:F1"/></mergeCells><conditionalFormatting sqref="B4:B${last}"><cfRule type="duplicateValues" dxfId="0" priority="1"/></conditionalFormatting><dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="D4:D${last}"><formula1>"国家标准,行业标准,地方标准"</formula1></dataValidation></dataValidations><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"/><headerFooter><oddFooter>&amp;P</oddFooter></headerFooter>${index === 0 ? '<drawing r:id="rId1"/><legacyDrawing r:id="rId2"/>' : '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings/></ext></extLst>'}</worksheet>`
}

function rulesSheet(): string {
  return `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>填报说明</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>每季度末报送，逾期不候</t></is></c></row></sheetData></worksheet>`
}

function cellXml(value: string | number | null, address: string, style: number): string {
  if (value === null) return `<c r="${address}" s="${style}"/>`
  if (typeof value === 'number') return `<c r="${address}" s="${style}"><v>${value}</v></c>`
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t>${value}</t></is></c>`
}

function letter(column: number): string {
  return String.fromCharCode(65 + column)
}

function vml(): string {
  const box = (number: number, row: number): string => `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:textbox><div style="text-align:left"><br></div></v:textbox><x:ClientData ObjectType="Note"><x:Anchor>2, 15, ${row}, 2, 4, 15, ${row + 4}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>1</x:Column></x:ClientData></v:shape>`
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${box(1025, 2)}${box(1026, 3)}</xml>`
}

function rels(entries: readonly (readonly [string, string, string])[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${package_}/relationships">${entries.map(([id, type, target]) => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`).join('')}</Relationships>`
}
