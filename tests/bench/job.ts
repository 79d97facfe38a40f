/**
 * One measured job in a process of its own: `job.js <name> <arguments as JSON>` answers with one line of JSON. A job's
 * code is loaded alone, before the clock starts, so that neither side carries the other's libraries.
 */
const jobs = {
  import: async () => (await import('./jobs/importJob')).importJob,
  excelRead: async () => (await import('./jobs/excelReadJob')).excelReadJob,
  export: async () => (await import('./jobs/exportJob')).exportJob,
  excelExport: async () => (await import('./jobs/excelExportJob')).excelExportJob,
  fill: async () => (await import('./jobs/fillJob')).fillJob,
  populate: async () => (await import('./jobs/populateJob')).populateJob,
  undo: async () => (await import('./jobs/undoJobs')).undoJob,
  windowMemory: async () => (await import('./jobs/windowMemoryJob')).windowMemory,
  startWindow: async () => (await import('./jobs/startJob')).startWindow,
  typing: async () => (await import('./jobs/typingJob')).typeWhileImporting,
  gestures: async () => (await import('./jobs/gesturesJob')).traceGestures,
  plainDelete: async () => (await import('./jobs/undoJobs')).plainDeleteJob,
} as const

const [name = '', parameters = '{}'] = process.argv.slice(2)
if (!Object.hasOwn(jobs, name)) throw new Error(`no job ${name}`)
const job = await jobs[name as keyof typeof jobs]()
const started = performance.now()
const facts = await job(JSON.parse(parameters) as never)
console.log(JSON.stringify({ ms: performance.now() - started, ...facts }))

export {}
