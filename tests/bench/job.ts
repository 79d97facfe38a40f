import { excelReadJob } from './jobs/excelReadJob'
import { excelExportJob, exportJob } from './jobs/exportJobs'
import { importJob } from './jobs/importJob'
import { plainDeleteJob, undoJob } from './jobs/undoJobs'

/** One measured job in a process of its own: `job.js <name> <arguments as JSON>` answers with one line of JSON. */
const jobs = { import: importJob, excelRead: excelReadJob, export: exportJob, excelExport: excelExportJob, undo: undoJob, plainDelete: plainDeleteJob } as const

const [name = '', parameters = '{}'] = process.argv.slice(2)
const job = jobs[name as keyof typeof jobs]
if (job === undefined) throw new Error(`no job ${name}`)
const started = performance.now()
const facts = await job(JSON.parse(parameters) as never)
console.log(JSON.stringify({ ms: performance.now() - started, ...facts }))
