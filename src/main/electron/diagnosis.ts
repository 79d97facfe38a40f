import { readFileSync, statSync, statfsSync, writeFileSync } from 'node:fs'
import { freemem, release, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { app, dialog } from 'electron'
import type { HandlersOf } from '../../shared/bridge/contract'
import { fail, succeed } from '../../shared/domain/result'
import { t } from '../../shared/text/t'
import { logFilePath } from './logFile'
import { placeWarningOf } from './lookAtPlace'
import type { PreferenceDesk } from './preferences'
import type { ProgramPlace } from './programPlace'
import type { RegisterHost } from './registerHost'

interface Surroundings {
  place: ProgramPlace
  host: Pick<RegisterHost, 'call'>
  preferences: Pick<PreferenceDesk, 'get'>
}

const lastLogLines = 2_000

/**
 * What whoever maintains the program needs to know: versions, numbers, codes and the log. No name, no path, nothing of a
 * record. The clerk reads it before it is saved, and what is saved is what she read.
 */
export function createDiagnosisDesk(surroundings: Surroundings): HandlersOf<'shell.diagnosis' | 'shell.saveDiagnosis'> {
  let shown: string | null = null
  return {
    'shell.diagnosis': async () => {
      shown = [...programFacts(surroundings), '', ...(await registerFacts(surroundings)), '', `# ${t('diagnosis.log')}`, ...logLines()].join('\n')
      return succeed({ text: shown })
    },
    'shell.saveDiagnosis': async () => {
      if (shown === null) return fail('bridge_invalid_input')
      const { canceled, filePath } = await dialog.showSaveDialog({ title: t('diagnosis.save'), defaultPath: join(app.getPath('documents'), t('diagnosis.fileName')) })
      if (canceled || filePath === '') return succeed({ file: null })
      try {
        writeFileSync(filePath, `\uFEFF${shown}\n`)
        return succeed({ file: filePath })
      } catch {
        return fail('file_not_writable', undefined, { path: filePath })
      }
    },
  }
}

function programFacts({ place, preferences }: Surroundings): string[] {
  const { theme, zoomPercent, updatePlace } = preferences.get()
  return [
    `# ${t('diagnosis.program')}`,
    line('version', app.getVersion()), line('kind', place.kind), line('electron', process.versions.electron), line('node', process.versions.node),
    line('system', `${process.platform} ${release()} ${process.arch}`), line('memory', `${megabytes(freemem())} / ${megabytes(totalmem())} MB`),
    line('theme', theme), line('zoom', zoomPercent), line('updates', updatePlace === null ? 'none' : updatePlace.startsWith('http') ? 'server' : 'folder'),
  ]
}

async function registerFacts({ host }: Surroundings): Promise<string[]> {
  const head = `# ${t('diagnosis.register')}`
  const [info, status] = [await host.call('app.info', {}), await host.call('register.status', {})]
  if (!status.ok) return [head, line('state', status.code)]
  const { file, sequence, counts } = status.value
  if (file === null) return [head, line('state', 'none open')]
  const backup = await host.call('backup.status', {})
  return [
    head, line('sqlite', info.ok ? info.value.sqlite : info.code), line('changes', sequence),
    ...Object.entries(counts).map(([kind, count]) => line(kind, count)),
    line('size', `${megabytes(statSync(file, { throwIfNoEntry: false })?.size ?? 0)} MB`), line('free', freeSpace(dirname(file))), line('place', placeWarningOf(file) ?? 'local'),
    line('backup', backup.ok ? (backup.value.lastAt === null ? 'none' : new Date(backup.value.lastAt).toISOString()) : backup.code), line('backupFailure', backup.ok ? (backup.value.failure?.code ?? 'none') : backup.code),
  ]
}

function freeSpace(folder: string): string {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return `${megabytes(bavail * bsize)} MB`
  } catch {
    return 'unknown'
  }
}

function logLines(): string[] {
  const file = logFilePath()
  return [`${file}.1`, file].flatMap((path) => {
    try {
      return readFileSync(path, 'utf8').split('\n').filter((text) => text !== '')
    } catch {
      return []
    }
  }).slice(-lastLogLines)
}

function line(name: string, value: string | number | null): string {
  return `${name}: ${value ?? ''}`
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_048_576)
}
