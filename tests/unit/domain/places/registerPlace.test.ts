import { describe, expect, it } from 'vitest'
import { warningOfPath } from '../../../../src/shared/domain/places/registerPlace'

describe('where a register is to lie', () => {
  it.each([
    ['\\\\server\\共享\\台账.bzr', 'share'], ['//server/share/台账.bzr', 'share'], ['\\\\?\\UNC\\server\\share\\a.bzr', 'share'],
    ['C:\\Users\\wang\\OneDrive\\台账.bzr', 'cloud'], ['C:\\Users\\wang\\OneDrive - 市场监管局\\台账.bzr', 'cloud'], ['D:\\我的坚果云\\台账.bzr', 'cloud'], ['E:\\BaiduSyncdisk\\台账.bzr', 'cloud'], ['/home/wang/Nutstore Files/台账.bzr', 'cloud'],
  ])('warns of %s', (path, warning) => {
    expect(warningOfPath(path)).toBe(warning)
  })

  it.each(['C:\\Users\\wang\\Documents\\标知台账\\台账 2026.bzr', '\\\\?\\C:\\台账.bzr', '\\\\.\\C:\\台账.bzr', '/home/wang/文档/台账.bzr', 'D:\\云盘资料整理\\台账.bzr', 'D:\\onedriver\\台账.bzr'])('says nothing of %s', (path) => {
    expect(warningOfPath(path)).toBeNull()
  })
})
