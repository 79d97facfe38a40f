import { parentPort, workerData } from 'node:worker_threads'
import { fail, type Result } from '../../../shared/domain/result'
import { inspectRegister } from '../../store/inspectRegister'
import type { ProblemCode } from '../../store/registerProblem'
import type { InspectionOrder } from './inspectionMessages'

/** Entry of the inspection thread: computing every digest of a large register must not keep anybody waiting. */
parentPort?.postMessage(found(workerData as InspectionOrder))

function found({ path, depth }: InspectionOrder): Result<ProblemCode | null> {
  try {
    return inspectRegister(path, depth)
  } catch (error) {
    console.error(error)
    return fail('unexpected')
  }
}
