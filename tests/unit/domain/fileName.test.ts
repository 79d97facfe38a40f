import { describe, expect, it } from 'vitest'
import { bareFileName, safeFileName } from '../../../src/shared/domain/fileName'

describe('the name that a file is kept and shown under', () => {
  it.each([
    ['C:\\证书\\发明专利证书.pdf', '发明专利证书.pdf'], ['/home/王芳/扫描件.tif', '扫描件.tif'], ['..\\..\\Windows\\win.ini', 'win.ini'], ['../../etc/passwd', 'passwd'],
    ['证书\u202Efdp.exe', '证书fdp.exe'], ['a\u200Bb.pdf', 'ab.pdf'], ['一\n二.pdf', '一 二.pdf'], ['/', ''],
  ])('%j becomes %j', (path, name) => { expect(bareFileName(path)).toBe(name) })
})

describe('the name of a copy for another program', () => {
  it.each([
    ['发明专利证书.pdf', '发明专利证书.pdf'], ['证书.pdf.exe', '证书.pdf.pdf'], ['CON.pdf', '_CON.pdf'], ['nul', '_nul.pdf'], ['com1.备份.pdf', '_com1.备份.pdf'], ['LPT¹.pdf', '_LPT¹.pdf'],
    ['证书. . .pdf', '证书.pdf'], ['.pdf', '附件.pdf'], ['...', '附件.pdf'], ['a<b>c:"d"|e?f*.pdf', 'a_b_c__d__e_f_.pdf'], ['..\\..\\x.pdf', 'x.pdf'], ['合同 .pdf', '合同.pdf'],
  ])('of %j is %j', (name, safe) => { expect(safeFileName(name, 'pdf', '附件')).toBe(safe) })

  it('fits the longest names that Windows and Linux take, in whole characters', () => {
    for (const character of ['证', '𠮷', 'a']) {
      const name = safeFileName(`${character.repeat(300)}.pdf`, 'pdf', '附件')
      expect(Buffer.byteLength(name)).toBeLessThan(255)
      expect(name.length).toBeLessThanOrEqual(74)
      expect(name.isWellFormed()).toBe(true)
    }
  })
})
