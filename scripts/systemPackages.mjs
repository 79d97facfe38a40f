// What Electron needs from a bare Debian machine.
import { isOnPath, outputOf, run, say } from './commands.mjs'

/** Library or program to look for, and the Debian package that brings it. */
const libraries = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  'libXss.so.1': 'libxss1',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libcups.so.2': 'libcups2',
  'libdrm.so.2': 'libdrm2',
}
const programs = { 'xvfb-run': 'xvfb', Xvfb: 'xvfb', xauth: 'xauth' }

function missingPackages() {
  const loader = outputOf('/sbin/ldconfig', ['-p']) ?? outputOf('ldconfig', ['-p']) ?? ''
  const missing = [
    ...Object.entries(libraries).filter(([name]) => !loader.includes(`${name} `)),
    ...Object.entries(programs).filter(([name]) => !isOnPath(name)),
  ].map(([, packageName]) => packageName)
  if ((outputOf('fc-list', [':lang=zh']) ?? '').trim() === '') missing.push('fonts-noto-cjk')
  return [...new Set(missing)]
}

/** Installs what a window needs on Debian; elsewhere, and without the right to, says what is missing and goes on. */
export async function ensureSystem() {
  if (process.platform !== 'linux') return
  const missing = missingPackages()
  if (missing.length === 0) return
  const install = ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...missing]
  if (!isOnPath('apt-get')) return say(`缺少系统组件：${missing.join(' ')}`)
  if (process.getuid?.() !== 0) return say(`缺少系统组件，请先运行：sudo ${install.join(' ')}`)
  say(`正在安装系统组件：${missing.join(' ')}`)
  const options = { stdio: ['ignore', 'ignore', 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  await run('apt-get', ['update', '-qq'], options)
  if ((await run(install[0], install.slice(1), options)) !== 0) say('系统组件没有装全，窗口可能打不开')
}
