import { z } from 'zod'
import { backupRule } from '../../../shared/domain/backup/backupRule'
import { importKinds } from '../../../shared/domain/catalogue/headings'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { newBackup } from '../../register/backup/ownBackups'
import { backupPlaces } from '../../register/backup/backupPlaces'
import { makeBackup } from '../../register/backup/makeBackup'
import type { ImportAnswer } from '../../register/import/answer'
import type { DistrictDirectory } from '../../register/import/districtDirectory'
import { importFile } from '../../register/import/importFile'
import type { ImportOptions } from '../../register/import/importOptions'
import { mapFileSchema } from '../../register/import/mapFile'
import { createImportServices } from '../../register/import/services'
import { fileOfAnswer } from '../../register/import/returned/fileToReturn'
import { placeForReturn } from '../../register/import/returned/placeForReturn'
import { writeReturn } from '../../register/import/returned/returnWorkbook'
import { messageOf } from '../../../shared/text/failureText'
import { t } from '../../../shared/text/t'
import { programVersion } from '../../register/programVersion'
import { defineCommand, type Call } from '../command'
import { printImport } from '../print/printImport'
import { readJson } from '../readJson'
import { readPassword } from '../readPassword'
import { openWriting } from '../../register/writer/writingRegister'

const options = {
  as: { type: 'choice', choices: importKinds },
  sheet: { type: 'text' },
  district: { type: 'text' },
  'status-date': { type: 'date' },
  map: { type: 'text' },
  answers: { type: 'text' },
  'password-fd': { type: 'whole', min: 0 },
  'dry-run': { type: 'flag' },
  rejects: { type: 'text' },
} as const

export const importCommand = defineCommand({
  name: 'import',
  arguments: [{ name: 'file' }],
  options,
  run: importOne,
  print: printImport,
})

const answersSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))

async function importOne(call: Call<typeof options>): Promise<Result<ImportAnswer>> {
  const path = call.arguments[0] ?? ''
  const answers = readJson(call.options.answers, answersSchema, 'invalid_answer')
  if (!answers.ok) return answers
  const map = readJson(call.options.map, mapFileSchema, 'invalid_map')
  if (!map.ok) return map
  const { rejects } = call.options
  const place = rejects === undefined ? null : await placeForReturn('--rejects', rejects, path)
  if (place?.ok === false) return place
  const opened = openWriting(call.global.register)
  if (!opened.ok) return opened
  const { store, close, ...more } = opened.value
  try {
    const passwordFd = call.options['password-fd']
    const password = passwordFd === undefined ? undefined : await readPassword(passwordFd, call.streams.stdin)
    const services = await createImportServices(store, more)
    const district = districtOf(call.options.district, services.districts)
    if (!district.ok) return district
    const result = await importFile(path, {
      ...optionsOf(call), ...(password === undefined ? {} : { password }), ...(district.value === null ? {} : { district: district.value }),
      beforeCommit: (rows) => backUpBefore(call, rows),
      ...(answers.value === undefined ? {} : { answers: answers.value }), ...(map.value === undefined ? {} : { map: map.value }),
    }, services)
    if (!result.ok || rejects === undefined) return result
    const written = await writeReturn(fileOfAnswer(path, result.value), { out: rejects, at: call.global.now(), today: call.global.today, ...(password === undefined ? {} : { password }) }, services)
    return written.ok ? result : written
  } finally {
    await close()
  }
}

/** Where a folder for backups was chosen; one that fails is told of and stops nothing. */
async function backUpBefore(call: Call, rows: number): Promise<void> {
  const places = rows > backupRule.largeImportRows ? backupPlaces(call.global.register) : null
  if (places === null || !places.ok || places.value.folder === null) return
  const { register, now } = call.global
  const made = await makeBackup(register, newBackup(register, places.value.folder, now(), 'import'), places.value.second)
  if (!made.ok) call.progress(messageOf(made))
}

function optionsOf(call: Call<typeof options>): ImportOptions {
  const { as, sheet } = call.options
  const statusDate = call.options['status-date']
  let shown = 0
  return {
    ...(as === undefined ? {} : { as }), ...(sheet === undefined ? {} : { sheet }), ...(statusDate === undefined ? {} : { statusDate }),
    dryRun: call.options['dry-run'], today: call.global.today, at: call.global.now(), operator: call.global.operator ?? '', programVersion,
    onProgress({ rows }) {
      if (rows - shown < 20_000) return
      shown = rows
      call.progress(t('import.progress', { rows }))
    },
  }
}

function districtOf(text: string | undefined, districts: DistrictDirectory): Result<string | null> {
  if (text === undefined) return succeed(null)
  const { code } = districts.resolve(text)
  return code === null ? fail('unknown_name', undefined, { value: text, what: '区市' }) : succeed(code)
}
