import { kill } from 'node:process'
import type { RunningApp } from './electronApp'

/** The register process of a running program, which can be made to stand still, so that nothing it is asked for comes, or to die. */
export async function registerProcess(app: RunningApp): Promise<{ stop(): void; goOn(): void; kill(): void }> {
  const pid = await app.electron.evaluate(({ app: program }) => program.getAppMetrics().find(({ name, serviceName }) => [name, serviceName].includes('register'))?.pid)
  if (pid === undefined) throw new Error('no register process runs')
  return { stop: () => { kill(pid, 'SIGSTOP') }, goOn: () => { kill(pid, 'SIGCONT') }, kill: () => { kill(pid, 'SIGKILL') } }
}
