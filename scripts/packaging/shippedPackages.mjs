// Which packages stand in a shipped program, from the lockfile: what runs from node_modules and what is bundled into
// the window. Everything they depend on is counted, also where the bundler leaves parts of it out.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @returns one entry per package, ordered by path: { name, version, license, integrity, path } with path below root
 */
export function shippedPackages(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const roots = [...Object.keys(packages[''].dependencies), ...bundledPackages(root, packages[''])]
  const found = new Set()
  const waiting = roots.map((name) => `node_modules/${name}`)
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue
    found.add(path)
    const wanted = packages[path]
    if (wanted === undefined) throw new Error(`${path} is not in package-lock.json`)
    const required = { ...wanted.dependencies, ...presentPeers(packages, path, wanted) }
    for (const name of Object.keys(required)) {
      const target = resolveFrom(packages, path, name)
      if (target === null) throw new Error(`${name}, needed by ${path}, is not in package-lock.json`)
      waiting.push(target)
    }
  }
  return [...found].toSorted((a, b) => (a < b ? -1 : 1)).map((path) => {
    const { version, license, integrity } = packages[path]
    return { name: nameOf(path), version, license: license ?? licenceInPackage(root, path), integrity, path }
  })
}

/** A peer that is there is used; types are not shipped. */
function presentPeers(packages, path, { peerDependencies = {} }) {
  return Object.fromEntries(Object.entries(peerDependencies).filter(([name]) => !name.startsWith('@types/') && resolveFrom(packages, path, name) !== null))
}

/** Where Node would find a package from another one's folder: its own node_modules, then those above it. */
function resolveFrom(packages, path, name) {
  for (let folder = path; folder !== ''; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const candidate = `${folder}/node_modules/${name}`
    if (packages[candidate] !== undefined) return candidate
  }
  const top = `node_modules/${name}`
  return packages[top] === undefined ? null : top
}

function nameOf(path) {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
}

function licenceInPackage(root, path) {
  const { license, licenses } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'))
  const words = [license, ...(licenses ?? [])].map((entry) => entry?.type ?? entry).filter((entry) => typeof entry === 'string')
  return words.length === 0 ? licenceByItsText(join(root, path)) : words.join(' OR ')
}

/** Where a package names no licence, its licence file is read: only the text everybody knows is recognised. */
function licenceByItsText(folder) {
  const file = readdirSync(folder).find((name) => /^licen[cs]e([.-].*)?$/i.test(name))
  const isMit = file !== undefined && /Permission is hereby granted, free of charge, to any person obtaining a copy/.test(readFileSync(join(folder, file), 'utf8'))
  return isMit ? 'MIT' : null
}

/** The development packages that the program's own sources name: the bundler takes them in. */
function bundledPackages(root, { devDependencies }) {
  const named = new Set()
  for (const folder of ['src/main', 'src/renderer', 'src/preload', 'src/shared']) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue
      for (const [, name] of readFileSync(join(entry.parentPath, entry.name), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'((?:@[\w-]+\/)?[\w-]+)[^']*'/g)) named.add(name)
    }
  }
  return Object.keys(devDependencies).filter((name) => named.has(name) && name !== 'electron')
}
