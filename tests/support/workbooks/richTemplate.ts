import { zipOf, type ZipPart } from './workbookParts'

/** How a received form can be written down: every choice is met in files of real offices. */
export interface TemplateShape {
  /** Elements of the sheet carry a prefix. */
  prefix?: boolean
  /** With macros: an .xlsm. */
  macros?: boolean
  /** Texts in the table of shared strings instead of in their cells. */
  sharedStrings?: boolean
  /** Without addresses on rows and cells. */
  withoutAddresses?: boolean
  /** A list of the order of calculation, and results stored beside the formulas. */
  calculated?: boolean
  /** Other words in the first sheet: [from, to]. */
  replaceText?: readonly [string, string]
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const package_ = 'http://schemas.openxmlformats.org/package/2006'
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

const regions = ['市南区', '市北区', '黄岛区'] as const

/**
 * A small provincial form: title, header, three regions with two figures to fill, sums by formula, a second sheet that
 * calculates from the first; with chart, picture, drop-down, conditional formats (old and new), names, protection, print
 * settings and comments.
 */
export function richTemplate(shape: TemplateShape = {}): Buffer {
  const texts: string[] = []
  const content = sheetXml(shape, texts).replaceAll(...(shape.replaceText ?? ['', '']))
  const overrides = [
    ['/xl/workbook.xml', shape.macros ? 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'],
    ['/xl/worksheets/sheet1.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'],
    ['/xl/worksheets/sheet2.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'],
    ['/xl/styles.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'],
    ['/xl/drawings/drawing1.xml', 'application/vnd.openxmlformats-officedocument.drawing+xml'],
    ['/xl/charts/chart1.xml', 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'],
    ...(shape.calculated ? [['/xl/calcChain.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml']] : []),
    ...(shape.sharedStrings ? [['/xl/sharedStrings.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml']] : []),
  ]
  const parts: ZipPart[] = [
    { name: '[Content_Types].xml', content: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="${package_}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/>${overrides.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`).join('')}</Types>` },
    { name: '_rels/.rels', content: rels([['rId1', 'officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', content: `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr/><workbookProtection lockStructure="1"/><sheets><sheet name="附表 1" sheetId="1" r:id="rId1"/><sheet name="汇总&amp;说明" sheetId="2" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">'附表 1'!$A$1:$D$8</definedName><definedName name="总数">'附表 1'!$D$7</definedName></definedNames>${shape.calculated ? '<calcPr calcId="191029"/>' : ''}<customWorkbookViews/></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', content: rels([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'], ['rId2', 'worksheet', '/xl/worksheets/sheet2.xml'], ['rId3', 'styles', 'styles.xml'],
      ...(shape.calculated ? [['rId4', 'calcChain', 'calcChain.xml'] as const] : []), ...(shape.sharedStrings ? [['rId5', 'sharedStrings', 'sharedStrings.xml'] as const] : []),
    ]) },
    { name: 'xl/worksheets/sheet1.xml', content },
    { name: 'xl/worksheets/_rels/sheet1.xml.rels', content: rels([['rId1', 'drawing', '../drawings/drawing1.xml'], ['rId2', 'printerSettings', '../printerSettings/printerSettings1.bin']]) },
    { name: 'xl/worksheets/sheet2.xml', content: `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="str"><f>IF('附表 1'!D7>0,"已报","未报")</f><v>未报</v></c><c r="B1"><f>总数*2</f><v>0</v></c></row></sheetData></worksheet>` },
    { name: 'xl/styles.xml', content: `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0&quot;件&quot;"/></numFmts><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="164" applyNumberFormat="1" applyProtection="1"><protection locked="0"/></xf><xf applyAlignment="1"><alignment horizontal="center"/></xf></cellXfs><dxfs count="1"><dxf><font><color rgb="FFFF0000"/></font></dxf></dxfs></styleSheet>` },
    { name: 'xl/drawings/drawing1.xml', content: `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="图1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${relations}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>` },
    { name: 'xl/drawings/_rels/drawing1.xml.rels', content: rels([['rId1', 'chart', '../charts/chart1.xml'], ['rId2', 'image', '../media/image1.png']]) },
    { name: 'xl/charts/chart1.xml', content: `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:barChart><c:barDir val="col"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>'附表 1'!$B$4:$B$6</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>` },
    { name: 'xl/media/image1.png', content: picture },
    { name: 'xl/printerSettings/printerSettings1.bin', content: Buffer.from([0, 1, 2, 3, 254, 255]) },
    { name: 'customXml/item1.xml', content: '<省局 版本="3"/>' },
    ...(shape.calculated ? [{ name: 'xl/calcChain.xml', content: `<calcChain xmlns="${main}"><c r="D4" i="1"/><c r="A1" i="2"/></calcChain>` }] : []),
    ...(shape.sharedStrings ? [{ name: 'xl/sharedStrings.xml', content: `<sst xmlns="${main}">${texts.map((text) => `<si><r><t xml:space="preserve">${text.slice(0, 1)}</t></r><r><t xml:space="preserve">${text.slice(1)}</t></r><rPh sb="0" eb="1"><t>pin</t></rPh></si>`).join('')}</sst>` }] : []),
    ...(shape.macros ? [{ name: 'xl/vbaProject.bin', content: Buffer.from('macros as they are') }] : []),
  ]
  return zipOf(parts)
}

function rels(entries: readonly (readonly [string, string, string])[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${package_}/relationships">${entries.map(([id, type, target]) => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`).join('')}</Relationships>`
}

function sheetXml({ prefix, sharedStrings, withoutAddresses, calculated }: TemplateShape, texts: string[]): string {
  const at = (address: string): string => (withoutAddresses ? '' : ` r="${address}"`)
  const text = (address: string, words: string, style = 2): string => (sharedStrings
    ? `<c${at(address)} s="${style}" t="s"><v>${texts.push(words) - 1}</v></c>`
    : `<c${at(address)} s="${style}" t="inlineStr"><is><t>${words}</t></is></c>`)
  const stored = calculated ? '<v>999</v>' : ''
  const rows = [
    `<row${at('1')} ht="30" customHeight="1">${text('A1', '2021年各区市专利情况表')}</row>`,
    `<row${at('2')}>${text('A2', '填报单位：')}<c${at('B2')} s="1"/></row>`,
    `<row${at('3')}>${['区市', '授权', '有效', '合计'].map((word, index) => text(`${'ABCD'[index]}3`, word)).join('')}</row>`,
    ...regions.map((region, index) => {
      const row = 4 + index
      return `<row${at(String(row))}>${text(`A${row}`, region)}<c${at(`B${row}`)} s="1"/><c${at(`C${row}`)} s="1"/><c${at(`D${row}`)} s="1"><f>B${row}+C${row}</f>${stored}</c></row>`
    }),
    `<row${at('7')}>${text('A7', '合计')}<c${at('B7')} s="1"><f>SUM(B4:B6)</f>${stored}</c><c${at('C7')} s="1"><f>SUM(C4:C6)</f>${stored}</c><c${at('D7')} s="1"><f>SUM(D4:D6)</f>${stored}</c></row>`,
  ]
  const xml = `<worksheet xmlns="${main}" xmlns:r="${relations}"><!-- <c r="B4"/> in a comment --><sheetPr><tabColor rgb="FFCC0000"/></sheetPr><dimension ref="A1:D7"/><cols><col min="5" max="5" width="20" style="2"/></cols><sheetData>${rows.join('')}</sheetData><sheetProtection sheet="1" objects="1"/><mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells><conditionalFormatting sqref="B4:C6"><cfRule type="cellIs" dxfId="0" priority="1" operator="greaterThan"><formula>100</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="whole" operator="greaterThanOrEqual" sqref="B4:C6"><formula1>0</formula1></dataValidation></dataValidations><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" r:id="rId2"/><drawing r:id="rId1"/><extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings/></ext></extLst></worksheet>`
  return !prefix ? xml : xml.replace(`xmlns="${main}"`, `xmlns:x="${main}"`).replaceAll(/<(\/?)(?!x14:|!--)([a-zA-Z])/g, '<$1x:$2')
}
