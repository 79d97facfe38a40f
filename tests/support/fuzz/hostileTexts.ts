import { injectionTexts } from '../../integration/workbook/write/injectionTexts'

/** A thousand texts that would do something were they ever put into SQL, a pattern or a path instead of being bound. */
const ends = ["'", '"', "')", '")', '`', "';", '";', "' OR '1'='1", "'/*", "\\'"]
const commands = [
  'DROP TABLE patent', 'DELETE FROM unit', "UPDATE standard SET title = 'x'", 'ATTACH DATABASE \'x.db\' AS x', 'PRAGMA user_version = 99', 'SELECT load_extension(\'x\')',
  'VACUUM INTO \'x.bzr\'', 'SELECT * FROM sqlite_schema', 'INSERT INTO register_info VALUES (\'a\',\'b\')', 'REINDEX',
]
const tails = ['', ' --', ';--', '/*', '\u0000', ' #', ') --', ' UNION SELECT 1', '%', '_']

export const sqlTexts: readonly string[] = ends.flatMap((end) => commands.flatMap((command) => tails.map((tail) => `${end} ${command}${tail}`)))

/** Texts that mean something to a search, a pattern, JSON, HTML, a spreadsheet or a file system. None leads out of a folder. */
export const otherTexts: readonly string[] = [
  ...injectionTexts, '', ' ', '%', '_', '*', '"', '""', '^', 'NEAR(a b)', 'a AND', 'OR', 'NOT', '(', ')', ':', '{', '}', '[', '__proto__', 'constructor', 'toString', 'hasOwnProperty',
  'NaN', 'Infinity', '-0', '1e999', '9007199254740993', '\ud800', '\u202e', '\u0000', '\ufeff', '𠮷野家', 'é'.normalize('NFD'), '<script>', '${x}', '{path}', '%s', 'CON', 'nul.xlsx', 'a.', 'a ', 'x'.repeat(999), '，', '2021-02-30', '0000-00-00', '2021年',
]
