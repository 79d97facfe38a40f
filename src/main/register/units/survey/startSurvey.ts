import { fail, succeed, type Result } from '../../../../shared/domain/result'
import { openSession } from '../../opened/session'
import { describeGroups } from '../unitClusters'
import { openNames } from '../unresolvedNames'
import type { MadeSurvey, StartSurvey, SurveyAnswer, SurveyQuestion } from './surveyMessages'
import { groupsKept, surveyUnits, type UnitSurvey } from './unitSurvey'

/** Makes a survey in this thread, over a connection of its own. */
export const startSurvey: StartSurvey = ({ path, today }, onProgress): MadeSurvey => {
  const opened = openSession(path)
  if (!opened.ok) return { made: Promise.resolve(opened), ask: async () => opened, close: () => undefined }
  const session = opened.value
  const abort = new AbortController()
  const survey = surveyUnits(session, today, { withDoubtful: true, limit: groupsKept }, { signal: abort.signal, onProgress })

  async function answer(found: UnitSurvey, question: SurveyQuestion) {
    return question.of === 'groups' ? describeGroups(session, found, question.options) : openNames(found, question.request)
  }

  return {
    made: survey.then((found) => (found.ok ? succeed(null) : found)),
    async ask<Q extends SurveyQuestion>(question: Q): Promise<Result<SurveyAnswer<Q>>> {
      const found = await survey
      if (!found.ok) return found
      if (abort.signal.aborted) return fail('job_interrupted')
      // The only cast: TypeScript does not link the question to its answer through the type parameter.
      return succeed((await answer(found.value, question)) as SurveyAnswer<Q>)
    },
    close() {
      abort.abort()
      const closed = (): void => void session.close()
      survey.then(closed, closed)
    },
  }
}
