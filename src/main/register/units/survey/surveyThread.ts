import { parentPort, workerData } from 'node:worker_threads'
import { fail } from '../../../../shared/domain/result'
import { startSurvey } from './startSurvey'
import type { FromSurvey, SurveyOrder, ToSurvey } from './surveyMessages'

/** Entry of the survey thread: comparing every name of a large register must not keep anybody waiting. */
const survey = startSurvey(workerData as SurveyOrder, (share) => post({ type: 'progress', share }))

function post(message: FromSurvey): void {
  parentPort?.postMessage(message)
}

function unexpected(error: unknown) {
  console.error(error)
  return fail('unexpected')
}

survey.made.catch(unexpected).then((result) => post({ type: 'made', result }), unexpected)
parentPort?.on('message', ({ id, question }: ToSurvey) => {
  void survey.ask(question).catch(unexpected).then((result) => post({ type: 'answer', id, result }))
})
