// Debian package (麒麟, 统信) and tar.gz from the unpacked program, with the system's own tools.
import { chmodSync, cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from '../commands.mjs'
import { productFile } from './plan.mjs'

const files = join(root, 'packaging/linux')

/** Alternatives name both the older and the newer Debian's spelling. */
const depends = [
  'libgtk-3-0 | libgtk-3-0t64', 'libnss3', 'libasound2 | libasound2t64', 'libgbm1', 'libatk-bridge2.0-0 | libatk-bridge2.0-0t64',
  'libcups2 | libcups2t64', 'libdrm2', 'libxkbcommon0',
]

/**
 * The unpacked program of a target as dist/biaozhi-<version>-<target>-x64.tar.gz: portable as it is, and what a portable
 * program updates from.
 * @returns its path
 */
export async function makeTar(folder, version, target = 'linux') {
  const product = join(root, 'dist', productFile(version, target, '.tar.gz'))
  const options = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', `--transform=s,^\\.,biaozhi-${version},`, '-I', 'gzip -n -6']
  await must('tar', [...options, '-cf', product, '-C', folder, '.', '-C', join(root, 'packaging/portable'), './data'])
  return product
}

/** @returns the path of dist/biaozhi-<version>-linux-x64.deb */
export async function makeDeb(folder, version) {
  const stage = join(root, 'dist', 'deb.work')
  rmSync(stage, { recursive: true, force: true })
  try {
    stageFiles(stage, folder)
    mkdirSync(join(stage, 'DEBIAN'))
    writeFileSync(join(stage, 'DEBIAN/control'), controlText(version))
    for (const name of ['postinst', 'postrm']) cpSync(join(files, name), join(stage, 'DEBIAN', name))
    for (const name of ['postinst', 'postrm']) chmodSync(join(stage, 'DEBIAN', name), 0o755)
    const product = join(root, 'dist', productFile(version, 'linux', '.deb'))
    await must('dpkg-deb', ['--root-owner-group', '-Zxz', '-z3', '--build', stage, product])
    return product
  } finally {
    rmSync(stage, { recursive: true, force: true })
  }
}

function stageFiles(stage, folder) {
  const place = (from, to) => {
    mkdirSync(join(stage, to, '..'), { recursive: true })
    cpSync(from, join(stage, to), { recursive: true })
  }
  place(folder, 'opt/biaozhi')
  // Where the kernel keeps user namespaces from users, Chromium's sandbox needs this.
  chmodSync(join(stage, 'opt/biaozhi/chrome-sandbox'), 0o4755)
  mkdirSync(join(stage, 'usr/bin'), { recursive: true })
  symlinkSync('/opt/biaozhi/biaozhi', join(stage, 'usr/bin/biaozhi'))
  place(join(files, 'biaozhi.desktop'), 'usr/share/applications/biaozhi.desktop')
  place(join(files, 'biaozhi-mime.xml'), 'usr/share/mime/packages/biaozhi.xml')
  for (const size of [48, 256]) place(join(root, `packaging/icon/icon-${size}.png`), `usr/share/icons/hicolor/${size}x${size}/apps/biaozhi.png`)
  place(join(root, 'packaging/icon/icon.svg'), 'usr/share/icons/hicolor/scalable/apps/biaozhi.svg')
  place(join(root, 'LICENSE'), 'usr/share/doc/biaozhi/copyright')
}

function controlText(version) {
  return [
    'Package: biaozhi', `Version: ${version}`, 'Architecture: amd64', 'Maintainer: Biaozhi <biaozhi@localhost>', 'Section: office', 'Priority: optional',
    `Depends: ${depends.join(', ')}`, 'Recommends: fonts-noto-cjk', 'Description: 标知台账', ' 市场监管局的标准、专利、商标台账，带命令行 biaozhi。', '',
  ].join('\n')
}

async function must(command, args) {
  const code = await run(command, args, { stdio: ['ignore', 2, 2] })
  if (code !== 0) throw new Error(`${command}: ${code}`)
}
