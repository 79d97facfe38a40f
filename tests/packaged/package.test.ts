import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { biaozhi, openWindow, programFolder } from './installedProgram'

const work = mkdtempSync(join(tmpdir(), 'biaozhi-package-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const register = join(work, '2021.bzr')
const samples = join(programFolder, 'resources/samples')
const common = ['--register', register, '--today', '2022-01-17', '--operator', '王芳']
const sample = (number: string): string => join(samples, readdirSync(samples).find((name) => name.startsWith(number)) ?? number)

describe('the packaged program', () => {
  it('carries its notices, bill of materials and one database binary', () => {
    expect(readFileSync(join(programFolder, 'THIRD-PARTY-NOTICES.txt'), 'utf8')).toContain('better-sqlite3')
    expect(JSON.parse(readFileSync(join(programFolder, 'sbom.cdx.json'), 'utf8'))).toMatchObject({ bomFormat: 'CycloneDX' })
    expect(readdirSync(join(programFolder, 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds'))).toEqual(['linux-x64.node'])
    expect(existsSync(join(programFolder, 'resources/default_app.asar'))).toBe(false)
  })
})

describe('the installed command line', () => {
  it('imports the bundled samples of every format, ranks and writes a form, without a screen', () => {
    for (const number of ['01', '05', '08', '11', '15', '21', '23']) {
      const { code, stderr } = biaozhi(['import', sample(number), ...common, '--json'])
      expect({ number, code, stderr }).toMatchObject({ number, code: 0 })
    }
    const ranking = JSON.parse(biaozhi(['rank', 'standards', '--period', '2021', ...common, '--json']).stdout) as { rows: unknown[]; total: { value: number } }
    expect(ranking.rows).toHaveLength(10)
    expect(ranking.total.value).toBeGreaterThan(0)
    expect(biaozhi(['report', 'F2', '--period', '2021', '--reason', '测试', '--out', join(work, 'F2.xlsx'), ...common]).code).toBe(0)
    expect(existsSync(join(work, 'F2.xlsx'))).toBe(true)
  })

  it('keeps the exit codes and the one document of a refusal', () => {
    expect(biaozhi(['nonsense']).code).toBe(2)
    const refused = biaozhi(['import', sample('96'), ...common, '--json'])
    expect(refused.code).toBe(1)
    expect(JSON.parse(refused.stdout)).toMatchObject({ error: { code: 'encrypted' } })
  })

  it('reads a password from standard input', () => {
    const { code, stdout } = biaozhi(['import', sample('96'), '--password-fd', '0', '--dry-run', ...common, '--json'], { password: 'qd2022\n' })
    expect({ code, stdout: stdout.slice(0, 300) }).toMatchObject({ code: 0 })
  })

  it.each(['C', 'C.UTF-8', 'zz_ZZ.UTF-8'])('has its profile in a folder of its own in the locale %s', (LC_ALL) => {
    const config = join(work, `config ${LC_ALL}`)
    expect(biaozhi(['list', 'units', ...common], { env: { LC_ALL, XDG_CONFIG_HOME: config } }).code).toBe(0)
    expect(readdirSync(config)).toEqual(['标知台账'])
  })

  it('takes an option that Chromium knows too as the command’s own', () => {
    expect(biaozhi(['list', 'standards', '--type=renderer', ...common]).code).toBe(2)
  })
})

describe('the packaged window', () => {
  it('opens the register that the command line made', async () => {
    const { page, close } = await openWindow(register)
    try {
      await page.getByText('2021.bzr').first().waitFor()
      await page.screenshot({ path: join(import.meta.dirname, '../../out/packaged.png') })
      // The command line reads beside the window, and is the writer for a moment.
      expect(biaozhi(['check', ...common]).code).toBe(0)
      expect(biaozhi(['import', sample('09'), ...common]).code).toBe(0)
      expect(page.url()).toMatch(/^app:\/\/window\/index\.html(?:\?language=[\w-]+)?$/u)
      expect(await page.evaluate(() => 'require' in globalThis || 'process' in globalThis)).toBe(false)
    } finally {
      await close()
    }
  })
})
