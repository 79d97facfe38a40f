import { join } from 'node:path'
import type { FromRegister, ToRegister } from '../../shared/bridge/messages'
import type { BridgeEvents, EventName } from '../../shared/bridge/events'
import { createActivity } from './activity'
import { backupWorker } from './backup/backupWorker'
import { speakAsAsked } from './callLanguage'
import { inspectionWorker } from './condition/inspectionWorker'
import { createHandlers } from './handlers'
import { openFormProcess } from '../workbook/forms/formClient'
import { openParser } from '../workbook/parserClient'
import { createFormDesk } from './fill/formDesk'
import { localDate } from './localDate'
import { createOpenedRegister, type EmitEvent } from './opened/openedRegister'
import { createParserPorts, startParsersBy, type ParserPort } from './parserPort'
import { createRegisterWriter } from './writer/registerWriter'
import { keepHeapsTight } from './writer/smallHeap'
import { answerCall } from './serveCalls'
import { printWorker } from './printing/printWorker'
import { surveyWorker } from './units/survey/surveyWorker'

// It stays open all day beside other programs: memory counts more than the last hundredths.
keepHeapsTight(40)
speakAsAsked()

/** Entry of the register's utility process: serves the calls that the main process relays from the windows. */
const port = process.parentPort

function post(message: FromRegister): void {
  port.postMessage(message)
}

const emit: EmitEvent = <K extends EventName>(name: K, payload: BridgeEvents[K]) => {
  post({ type: 'event', name, payload } as FromRegister) // TypeScript does not link a name and its payload through the mapped type
}

const register = createOpenedRegister(emit, createRegisterWriter(join(import.meta.dirname, 'writer.js'), { givesWay: true }))
const activity = createActivity(() => Date.now())
const parsers = createParserPorts(post)
startParsersBy(parsers.launch)

const handlers = createHandlers({
  version: process.env['BIAOZHI_VERSION'] ?? '',
  register,
  today: () => localDate(Date.now()),
  emit,
  runBackup: backupWorker(join(import.meta.dirname, 'backup.js')),
  startInspection: inspectionWorker(join(import.meta.dirname, 'inspection.js')),
  activity,
  startSurvey: surveyWorker(join(import.meta.dirname, 'survey.js')),
  openPrinter: printWorker(join(import.meta.dirname, 'printer.js')),
  openWorkbook: openParser,
  openForm: createFormDesk(openFormProcess),
})

port.on('message', ({ data, ports }: { data: ToRegister; ports: ParserPort[] }) => {
  if (data.type !== 'call') return parsers.take(data, ports[0])
  activity.touch()
  void answerCall(handlers, data, post)
})
