import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { spawnSync } from 'node:child_process'

/** Programs that the product is compared with; one that is not on this machine is named in the result, never invented. */
export const pandasPython = '/usr/bin/python3'

export function hasPandas(): boolean {
  return existsSync(pandasPython) && spawnSync(pandasPython, ['-c', 'import pandas, openpyxl'], { stdio: 'ignore' }).status === 0
}

export function hasProgram(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, name)))
}

/** Prints the milliseconds without the interpreter's and the libraries' start. */
export const pandasScript = `
import sys, time, sqlite3, pandas
started = time.perf_counter()
frame = pandas.read_excel(sys.argv[1], dtype=str)
with sqlite3.connect(sys.argv[2]) as db:
    frame.to_sql('patent', db, index=False)
    for name, column in (('number', '申请号'), ('district', '中国申请人区县'), ('filed', '申请日')):
        db.execute(f'CREATE INDEX patent_{name} ON patent ("{column}")')
print((time.perf_counter() - started) * 1000)
`

/** The sqlite3 shell's import of a UTF-8 copy, with the indexes a list needs. */
export function shellImport(csv: string): string {
  return [
    '.mode csv', `.import '${csv}' patent`, 'CREATE UNIQUE INDEX a ON patent ("申请号");', 'CREATE INDEX b ON patent ("区县");',
    'CREATE INDEX c ON patent ("申请日");', 'CREATE INDEX d ON patent ("专利类型", "法律状态");', '',
  ].join('\n')
}
