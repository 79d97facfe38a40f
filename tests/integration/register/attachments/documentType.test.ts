import { mkdtempSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentType } from '../../../../src/main/register/attachments/documentType'
import { messageOf } from '../../../../src/shared/text/failureText'
import { aFile, aPdf, documents, notDocuments } from '../../../support/workbooks/documents'

let folder: string
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'documents-')) })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('what may be attached', () => {
  it.each(Object.entries(documents))('is told by content: %s, whatever its name says', (type, content) => {
    expect(documentType(aFile(folder, '随便.exe', content))).toEqual({ ok: true, value: type })
  })

  it.each(notDocuments)('is no %s, called %s, and the clerk is told in a sentence', (what, fileName, content) => {
    const path = aFile(folder, fileName, content)
    const refused = documentType(path)
    expect(refused).toEqual({ ok: false, code: 'attachment_refused', details: { what, path, file: fileName } })
    expect(refused.ok ? '' : messageOf(refused)).toMatch(new RegExp(`^“${fileName}”.*(?:不能作附件|请去掉密码)`, 'u'))
  })

  it('is not empty, not larger than the bound, and there', () => {
    expect(documentType(aFile(folder, '空.pdf', Buffer.alloc(0)))).toMatchObject({ code: 'empty_file' })
    const large = aFile(folder, '大.pdf', aPdf())
    truncateSync(large, 100 * 1024 ** 2 + 1)
    expect(documentType(large)).toMatchObject({ code: 'attachment_too_large', details: { sizeMb: 101, limitMb: 100 } })
    truncateSync(large, 100 * 1024 ** 2)
    expect(documentType(large)).toEqual({ ok: true, value: 'pdf' })
    expect(documentType(join(folder, '没有.pdf'))).toMatchObject({ code: 'file_not_found' })
    expect(documentType(folder)).toMatchObject({ code: 'file_not_readable' })
  })
})
