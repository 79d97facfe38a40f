import { Worker } from 'node:worker_threads'
import { fail, type Result } from '../../../../shared/domain/result'
import type { FromSurvey, StartSurvey, SurveyAnswer, SurveyQuestion, ToSurvey } from './surveyMessages'

type AnyAnswer = Result<SurveyAnswer<SurveyQuestion>>

/** @param program  the built survey thread (out/main/survey.js); one thread for each survey, as long as it is kept */
export function surveyWorker(program: string): StartSurvey {
  return (order, onProgress) => {
    const worker = new Worker(program, { workerData: order })
    const made = Promise.withResolvers<Result<null>>()
    const waiting = new Map<number, (result: AnyAnswer) => void>()
    let asked = 0
    let hasEnded = false
    worker.on('message', (message: FromSurvey) => {
      if (message.type === 'progress') onProgress(message.share)
      else if (message.type === 'made') made.resolve(message.result)
      else {
        waiting.get(message.id)?.(message.result)
        waiting.delete(message.id)
      }
    })
    worker.on('error', (error) => console.error(error))
    worker.once('exit', () => {
      hasEnded = true
      made.resolve(fail('job_interrupted'))
      for (const answer of waiting.values()) answer(fail('job_interrupted'))
    })
    return {
      made: made.promise,
      ask<Q extends SurveyQuestion>(question: Q): Promise<Result<SurveyAnswer<Q>>> {
        if (hasEnded) return Promise.resolve(fail('job_interrupted'))
        const id = ++asked
        return new Promise((resolve) => {
          // The only cast: TypeScript cannot link a message's number and the kind of its answer.
          waiting.set(id, resolve as (result: AnyAnswer) => void)
          worker.postMessage({ id, question } satisfies ToSurvey)
        })
      },
      close: () => void worker.terminate(),
    }
  }
}
