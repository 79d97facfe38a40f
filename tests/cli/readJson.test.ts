import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readJson } from '../../src/main/cli/readJson'
import { tempRegister } from '../support/registers/tempRegister'

const { folder, [Symbol.dispose]: dispose } = tempRegister()
const read = (path: string | undefined) => readJson(path, z.object({ sheet: z.string() }), 'invalid_map')

/** A file of that content. */
function written(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('a JSON file that an option names', () => {
  afterAll(() => dispose())

  it('is read, with a mark of its encoding or without, and left out where no option was given', () => {
    expect(read(written('map.json', '\ufeff{"sheet":"A"}'))).toEqual({ ok: true, value: { sheet: 'A' } })
    expect(read(undefined)).toEqual({ ok: true, value: undefined })
  })

  it('is told from one that is not there, one that cannot be read, and one that says something else', () => {
    expect(read(join(folder, 'nowhere.json'))).toMatchObject({ ok: false, code: 'file_not_found' })
    expect(read(folder)).toMatchObject({ ok: false, code: 'file_not_readable' })
    expect(read(written('other.json', '{"sheet":1}'))).toMatchObject({ ok: false, code: 'invalid_map' })
    expect(read(written('broken.json', '{'))).toMatchObject({ ok: false, code: 'invalid_map' })
  })
})
