// Proves that files of strangers are unpacked and scanned in the parser process alone (ARCHITECTURE.md, processes): from the
// entry of any other program no import leads to what does it. Types lead nowhere: nothing is left of them.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseSync } from 'vite'

/** Where every program but the parser begins. */
export const otherPrograms = [
  'src/main/index.ts', 'src/main/register/process.ts', 'src/main/register/writer/writerThread.ts', 'src/main/register/backup/backupThread.ts',
  'src/main/register/condition/inspectionThread.ts', 'src/main/register/printing/printThread.ts', 'src/main/register/units/survey/surveyThread.ts',
  'src/main/cli/index.ts', 'src/main/cli/installed.ts', 'src/main/update/updateProcess.ts', 'src/preload/index.ts', 'src/renderer/main.tsx',
]

/**
 * Files and folders that only the parser reaches. Not among them: the table of contents of an archive or an old document, by which an
 * attachment is told (nothing of it is unpacked), and tags and addresses of texts that this program writes itself.
 */
export const parserOnly = [
  'src/main/workbook/parserProcess.ts', 'src/main/workbook/parser/serveParser.ts', 'src/main/workbook/parser/serveForm.ts',
  'src/main/workbook/readWorkbook.ts', 'src/main/workbook/detectFormat.ts', 'src/main/workbook/xls.ts', 'src/main/workbook/xlsbFormats.ts', 'src/main/workbook/xml2003.ts',
  'src/main/workbook/csv', 'src/main/workbook/html', 'src/main/workbook/ods', 'src/main/workbook/patch',
  'src/main/workbook/annotate/annotateWorkbook.ts', 'src/main/workbook/print/pdfParts.ts', 'src/main/workbook/print/readPdf.ts',
  'src/main/workbook/zip/unpackEntry.ts', 'src/main/workbook/xlsx/readXlsx.ts', 'src/main/workbook/xlsx/packageParts.ts', 'src/main/workbook/xlsx/sheetReader.ts', 'src/main/workbook/xlsx/sharedStrings.ts',
  'src/main/workbook/xml/xmlReader.ts', 'src/main/workbook/xml/xmlScanner.ts', 'src/main/workbook/xml/sheetEvents.ts',
  'src/main/workbook/ole/readOle.ts', 'src/main/workbook/ole/biffRecords.ts', 'src/main/workbook/ole/decryptBiff.ts', 'src/main/workbook/ole/decryptPackage.ts',
]

/**
 * Every way from another program to what only the parser may do.
 * @param root folder that holds src
 * @returns the files from the entry to the forbidden one each, and how many files were looked at
 */
export function waysIntoParser(root) {
  const cameFrom = new Map(otherPrograms.filter((entry) => existsSync(join(root, entry))).map((entry) => [entry, null]))
  const entries = cameFrom.size
  for (const file of cameFrom.keys()) {
    for (const target of importsOf(root, file)) if (!cameFrom.has(target)) cameFrom.set(target, file)
  }
  const ways = [...cameFrom.keys()].filter(isParserOnly).map((file) => wayTo(file, cameFrom))
  return { entries, files: cameFrom.size, ways }
}

function isParserOnly(file) {
  return parserOnly.some((path) => file === path || file.startsWith(`${path}/`))
}

function wayTo(file, cameFrom) {
  const way = []
  for (let at = file; at !== null; at = cameFrom.get(at)) way.unshift(at)
  return way
}

/** Sources that a source loads when it runs. */
function importsOf(root, file) {
  return loadedBy(file, readFileSync(join(root, file), 'utf8')).flatMap((specifier) => {
    if (!specifier.startsWith('.')) return []
    const path = normalize(join(dirname(file), specifier.replace(/\?.*$/, ''))).replaceAll('\\', '/')
    return [path, `${path}.ts`, `${path}.tsx`].find((candidate) => /\.tsx?$/.test(candidate) && existsSync(join(root, candidate))) ?? []
  })
}

/** The modules that a source names for more than their types. */
export function loadedBy(file, source) {
  const { module } = parseSync(file, source)
  const named = [...module.staticImports, ...module.staticExports].flatMap(({ start, end, moduleRequest, entries }) => {
    const request = moduleRequest ?? entries.find((entry) => entry.moduleRequest)?.moduleRequest
    // `import { type A }` stays an import of nothing, which loads the module.
    return request && !/^(?:import|export)\s+type\b/.test(source.slice(start, end)) ? [request.value] : []
  })
  const dynamic = module.dynamicImports.map(({ moduleRequest }) => source.slice(moduleRequest.start, moduleRequest.end).replaceAll(/^['"`]|['"`]$/g, ''))
  return [...named, ...dynamic]
}
