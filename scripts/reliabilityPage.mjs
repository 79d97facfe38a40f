// docs/reliability.md, made of what the long suites measured.

/** What each figure counts, in the order of the page, and the setting that makes it long. */
const rows = [
  { figure: 'kills', what: 'programs killed at a random moment of importing, editing, undoing batches, merging units, attaching, making backups, restoring them, upgrading a register or freezing a report; after each every acknowledged change was there, no other by halves, and the check clean', setting: 'KILLS' },
  { figure: 'powerLosses', what: 'states of the disk that a power loss may leave while commands do the same: flushed is there, of the rest any page may be lost; every answered change was there, no other by halves', setting: 'POWER_LOSSES' },
  { figure: 'upgrades', what: 'registers of every form that earlier programs left: kept in a verified backup, brought to this version, and saying what they said', setting: null, goal: 'all' },
  { figure: 'diskFaults', what: 'times the disk filled up in the middle of a change or of a file that was written: said in words, the register and older files as before, no half left, and the work done once there was room', setting: 'DISK_FAULTS' },
  { figure: 'ioFaults', what: 'calls of the system that failed while commands worked (writing, flushing, moving, opening, reading; no permission, read-only, held by another program): said in words, the register as before or after, and the work done once it was possible again', setting: 'IO_FAULTS' },
  { figure: 'zones', what: 'zones and wrong clocks (1999, 2100, summer time, back by an hour or a year between two changes): no calendar date moved, the journal in order and proved', setting: 'ZONES' },
  { figure: 'flips', what: 'bits flipped in a register: noticed by the check, or no answer changed', setting: 'ROT_FLIPS' },
  { figure: 'damages', what: 'registers with a page zeroed, the tail cut, the -wal or -shm file lost, cut, altered or another register’s, and attachments, originals and backups cut or altered: noticed, or every answer as before', setting: 'DAMAGES' },
  { figure: 'salvages', what: 'damaged registers salvaged: every record that can be proved is in the new one as it was, the missing ones listed by key', setting: 'SALVAGES' },
  { figure: 'files', what: 'broken workbooks, tables and pages tried: read or refused, no crash, none over 10 s', setting: 'MUTATIONS' },
  { figure: 'walks', what: 'random sequences of imports, edits, pastes, merges, splits, deletions, undo and redo: equal to a model after every step', setting: 'REGISTER_SEQUENCES' },
  { figure: 'columnWalks', what: 'random sequences of changes after which the columns in memory are those that would be loaded', setting: 'CARRIED_WALKS' },
  { figure: 'messages', what: 'messages that a window might send, made by the contract and filled with texts meant for SQL, patterns, paths and spreadsheets: refused or answered, the register sound', setting: 'MUTATIONS', part: 0.1 },
  { figure: 'commandLines', what: 'command lines of every command, filled with what the command knows and with texts meant for SQL, patterns, paths and terminals: done, or refused by a documented code with the exit code that goes with it, the register sound', setting: 'MUTATIONS', part: 0.05 },
  { figure: 'ownFiles', what: 'broken files of the program itself and of its senders (received forms to be filled, backups open and encrypted, lists sent back for correction): read or refused, nothing half written, the register sound', setting: 'MUTATIONS', part: 0.02 },
  { figure: 'injections', what: 'texts that a spreadsheet would calculate or start, through import, register, lists as .xlsx and .csv, LibreOffice where it is installed, and back: none calculated, all unchanged', setting: null, goal: '100' },
  { figure: 'pages', what: 'pages asked of a register of a million, twenty with a search each a second, while an import of 100,000 rows ran: none failed', setting: null, goal: '99 of 100 within 100 ms' },
  { figure: 'soakMinutes', what: 'minutes of random work on 200,000 patents with the window open; afterwards every number recounted true and the check clean', setting: 'SOAK_MINUTES' },
  { figure: 'requests', what: 'requests seen from the whole program, as Chromium’s own network log has them, from the first start to the exported form', setting: null },
]

const number = new Intl.NumberFormat('en-US')

/**
 * @param run  figures summed up by name, remarks on them, share of the full lengths, when and where it ran, how many tests passed and failed,
 *             and whether the network was cut
 */
export function reliabilityPage({ figures, remarks = {}, share, lengths, isCut, startedAt, endedAt, passed, failed, isWhole, commit, machine }) {
  const minutes = ((endedAt - startedAt) / 60_000).toFixed(1)
  const lines = rows.map((row) => lineOf(row, figures[row.figure] === undefined ? 'not run' : measuredText(figures[row.figure], remarks[row.figure]), lengths))
  return `# Reliability: the last long run

Written by \`npm run test:long\` of what its suites measured; do not edit. A figure counts what was proved, one by one: a suite
that failed has none, and stands as *not run*. The short form of the same suites is part of \`npm test\`.

| what | last run | goal |
|---|---|---|
${lines.join('\n')}

${isWhole ? `All ${passed} tests passed.` : `**${failed} of ${passed + failed} tests failed.**`} ${new Date(startedAt).toISOString().slice(0, 16).replace('T', ' ')} UTC, ${minutes} min, \
${share === 1 ? 'full length' : `${Number((share * 100).toFixed(1))} % of the full length (\`--share ${share}\`)`}, commit ${commit}.
${machine}. ${isCut ? 'The whole run had no network: a name space of its own without any interface to the outside.' : 'The network was not cut.'}
`
}

function lineOf({ what, setting, goal, part = 1 }, measured, lengths) {
  return `| ${what} | ${measured} | ${goal ?? (setting === null ? '0' : number.format(lengths[setting] * part))} |`
}

function measuredText(count, ...remarks) {
  const said = remarks.filter((remark) => remark !== undefined)
  return number.format(count) + (said.length === 0 ? '' : ` (${said.join('; ')})`)
}

/**
 * The page of an earlier run with the figures of a suite that ran by itself since; each says when and of which commit.
 * Requests are left as they are: they are of the whole program, not of one suite.
 */
export function withSuiteAlone(page, { figures, remarks = {}, lengths, endedAt, commit }) {
  const alone = `run by itself ${new Date(endedAt).toISOString().slice(0, 10)}, commit ${commit}`
  return page.split('\n').map((line) => {
    const row = rows.find(({ figure, what }) => figure !== 'requests' && figures[figure] !== undefined && line.startsWith(`| ${what} |`))
    return row ? lineOf(row, measuredText(figures[row.figure], remarks[row.figure], alone), lengths) : line
  }).join('\n')
}
