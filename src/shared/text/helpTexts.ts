/** Help of the command line, in Chinese and English. A command or option without its help does not compile. */
export interface Bilingual {
  zh: string
  en: string
}

const both = (zh: string, en: string): Bilingual => ({ zh, en })

export const commandNames = [
  'import', 'undo', 'redo', 'return', 'template', 'batches', 'list', 'facets', 'search', 'get', 'history', 'set', 'delete', 'restore', 'undo-change', 'tags', 'units', 'fill-list', 'doctor', 'rank', 'records', 'crosstab', 'report', 'freeze', 'unfreeze', 'restate', 'verify', 'verify-report', 'archive', 'fill', 'export', 'compare', 'evaluate', 'indicators', 'forms', 'attach', 'attachments', 'detach', 'tidy', 'backup', 'backups', 'restore-backup', 'backup-encryption', 'salvage', 'check', 'demo',
] as const
export type CommandName = (typeof commandNames)[number]

export const commandHelp = {
  import: both('导入一份名单，整份作为一批', 'Import a list as one batch'),
  undo: both('撤销一批导入', 'Undo one batch'),
  redo: both('恢复撤销了的一批导入', 'Let an undone batch count again'),
  return: both('退回更正：把一批里没有收下的行标在报送单位自己的表里', 'Give the refused rows of a batch back in the sender’s own workbook'),
  template: both('填报模板：给区市填的空表，带下拉、校验和示例', 'Make a form for districts to fill in, with drop-downs, checks and a sample row'),
  batches: both('列出各批导入', 'List the imported batches'),
  list: both('列出一类记录，可查询、筛选、排序', 'List the records of one kind; search, filter, sort'),
  get: both('显示一条记录的全部内容、来源和修改', 'Show one record with its evidence and history'),
  facets: both('列出一个字段的各个值和条数', 'List the values of a field with their counts'),
  search: both('在全部类别里查找，可用拼音', 'Find in all kinds; pinyin works too'),
  history: both('显示一条记录的全部修改', 'Show every change of one record'),
  set: both('修改一条记录的字段', 'Set fields of one record'),
  delete: both('删除一条记录，可恢复', 'Delete one record; it can be restored'),
  restore: both('恢复删除的记录，或恢复到以前的样子', 'Restore a deleted record, or an earlier state'),
  'undo-change': both('撤销一次修改', 'Undo one change'),
  tags: both('标签：列出、加上、去掉、改名', 'Tags: list them, put them on records, take them off, rename them'),
  units: both('单位：找相同的、合并、拆开、一企一档', 'Units: find those that look alike, merge, split, everything of one'),
  'fill-list': both('核对回填：在同事的名单旁边填上区市、件数和状态', 'Fill in a colleague’s list: district, counts and statuses beside each line'),
  doctor: both('数据体检：什么有错、什么缺', 'What is wrong or missing in the data'),
  rank: both('按指标给区市或城市排名', 'Rank districts or cities by an indicator'),
  records: both('列出一个数字背后的全部记录', 'List the records behind one number'),
  crosstab: both('交叉表：按两三个字段数记录', 'Count records by two or three fields'),
  report: both('生成报表：.xlsx 或 .pdf', 'Produce a report form as .xlsx or .pdf'),
  freeze: both('封存一个统计期的报表', 'Close a period: freeze its forms'),
  unfreeze: both('解封，原版保留，可再封存新版', 'Reopen a frozen form; the old version stays'),
  restate: both('封存后有哪些记录和数变了，为什么', 'What has changed since a period was closed, and why'),
  verify: both('把一个统计期的指标逐条重算一遍，与快速统计对照', 'Count a period’s indicators again, record by record'),
  'verify-report': both('核对一份报表文件：一致、台账已改、文件被改', 'Tell whether a report file or the register has changed'),
  archive: both('归档包：封存的报表和 PDF、口径说明、记录清单、校验值', 'Archive a closed period: forms, PDFs, rules, records, checksums'),
  fill: both('填写收到的报表模板，其余原样不动', 'Fill a received form; nothing else in it changes'),
  export: both('导出一类记录，可原样再导入', 'Export the records of one kind; the file imports again'),
  compare: both('把下发清单与本台账的结果对照', 'Compare a list handed down with the register'),
  evaluate: both('逐行读入一个 JSON，逐行给出判断', 'Read one JSON object a line, answer one a line'),
  indicators: both('列出全部指标及其定义和选项；自定义指标、停用', 'List the indicators with definitions and options; define own ones, or remove'),
  forms: both('列出全部报表及其选项', 'List the report forms with their options'),
  attach: both('给一条记录添加附件', 'Attach files to one record'),
  attachments: both('列出一条记录的附件，可另存', 'List the attachments of one record; copy them out'),
  detach: both('移除一条记录的附件，可撤销', 'Remove an attachment of one record; it can be undone'),
  tidy: both('清理台账旁边没有用处的文件', 'Remove files beside the register that nothing speaks of'),
  backup: both('备份台账并核对', 'Back the register up and verify the copy'),
  backups: both('列出备份，逐份核对', 'List the backups, each verified'),
  'restore-backup': both('用一份备份还原台账，还原前的留一份', 'Put a backup in the register’s place; what was there is kept'),
  'backup-encryption': both('备份加密：status 看、on 开、password 换密码、sheet 换恢复表、off 停用', 'Encryption of backups: status, on, password, sheet (a new recovery sheet), off'),
  salvage: both('从损坏的台账救出还能读的记录，列出缺的', 'Save what can be proved of a damaged register, listing what cannot'),
  check: both('检查台账文件、修改记录和校验值', 'Check the register file, its journal and digests'),
  demo: both('用自带样例走一遍：导入、排名、生成报表', 'Do the main job with the bundled samples: import, rank, forms'),
} as const satisfies Record<CommandName, Bilingual>

export const argumentHelp = {
  command: both('命令', 'command'),
  file: both('文件', 'file'),
  batch: both('批次号', 'batch'),
  kind: both('类别', 'kind'),
  key: both('编号', 'key'),
  indicator: both('指标', 'indicator'),
  form: both('报表', 'form'),
  text: both('查找的文字', 'text'),
  assignment: both('字段=值', 'field=value'),
  sequence: both('改动号', 'sequence'),
  field: both('字段', 'field'),
  action: both('做什么', 'action'),
  unit: both('单位', 'unit'),
  tag: both('标签', 'tag'),
  definition: both('定义文件或指标', 'definition or indicator'),
  attachment: both('附件的文件名或校验值开头', 'file name of an attachment, or the beginning of its hash'),
} as const satisfies Record<string, Bilingual>
export type ArgumentName = keyof typeof argumentHelp

export const optionHelp = {
  register: both('台账文件；不写时用本人的台账，没有就新建', 'register file; default: the user’s own, made when missing'),
  json: both('在标准输出给出一个 JSON', 'print exactly one JSON document on standard output'),
  today: both('当作今天的日期，如 2022-01-17', 'date taken as today, e.g. 2022-01-17'),
  operator: both('操作人姓名，记入修改记录', 'name of the operator, kept in the journal'),
  help: both('显示用法', 'show this help'),

  as: both('名单的类别；不写时自动识别', 'kind of the list; recognised when left out'),
  sheet: both('只导入这个工作表', 'import this sheet only'),
  district: both('区市：代码、名称或别名', 'district: code, name or alias'),
  'status-date': both('名单上状态的日期', 'date of the statuses in the list'),
  map: both('列对应关系文件（JSON）', 'column mapping (JSON file)'),
  answers: both('待定问题的答复（JSON）', 'answers to open questions (JSON file)'),
  'password-fd': both('从这个文件描述符读密码，一行一个', 'read the password from this file descriptor, one a line'),
  'dry-run': both('只核对，不写入', 'judge only, write nothing'),
  rejects: both('把没有入库的行标在原表的副本里，写到这个 .xlsx', 'write a copy of the file with the rejected cells marked to this .xlsx'),

  note: both('附件的说明', 'remark about the files'),

  search: both('查询的文字，多个词用空格隔开', 'text to search; several words separated by spaces'),
  filter: both('筛选，如 kind=national；可重复，都要符合；逗号表示任一', 'filter, e.g. kind=national; repeat for “and”, commas for “or”'),
  sort: both('排序的字段，降序加 :desc；可重复', 'field to sort by, :desc for descending; repeatable'),
  offset: both('跳过前面多少条', 'rows to skip'),
  limit: both('最多多少条', 'rows at most'),
  fields: both('只要这些字段，用逗号隔开', 'only these fields, separated by commas'),
  bindings: both('绑定文件：哪个单元格填什么；不写时用这个模板上次的', 'what goes into which cell (JSON); default: as last time for this template'),
  out: both('写到这个文件', 'file to write'),
  kind: both('只要这一类', 'this kind only'),
  to: both('恢复到这次改动之后的样子；备份所在的文件夹', 'the state after this change; the folder of the backups'),
  doubtful: both('拿不准的也列出', 'list doubtful groups too'),
  take: both('合并后的字段取自哪个单位，如 district=91370200…；可重复', 'field of the merged unit and whom it comes from; repeatable'),
  compare: both('可能是一项的，一组一组并排列出', 'lay records that may be one side by side, group by group'),
  apart: both('认定不是同一项的编号；可重复', 'number of a record that is not the same as the others named; repeatable'),
  together: both('收回认定的编号；可重复', 'number that is no longer told apart; repeatable'),
  problem: both('只要这一个问题，列出有它的记录', 'this problem only, with its records'),

  period: both('统计期：2021、2021H1、2021Q3、2021-06、2021-01-05..2021-03-01', 'period: 2021, 2021H1, 2021Q3, 2021-06, 2021-01-05..2021-03-01'),
  'as-of': both('存量的日期；默认统计期末', 'date of stocks; default: end of the period'),
  'lead-rule': both('主导的认定：first 第一单位、first_two 前两位、named_in_foreword 前言载明', 'who leads: first, first_two, named_in_foreword'),
  zones: both('功能区：host 计入所在区市、separate 单列、of_which 另列其中数', 'functional zones: host, separate, of_which'),
  source: both('数据来源：own 本台账、received 收到的通报', 'own figures or received ones'),
  scope: both('范围：districts 各区市、cities 各城市', 'districts or cities'),
  version: both('第几版；默认最新', 'version; default: the newest'),
  rows: both('行的字段；日期可写 publishedOn:month、:quarter，默认按年', 'field of the rows; dates by year, :quarter or :month'),
  columns: both('列的字段', 'field of the columns'),
  zip: both('写成一个 .zip，不写成文件夹', 'write one .zip instead of a folder'),
  indicator: both('只数这个指标统计的记录，另写 --period', 'only what this indicator counts; with --period'),
  split: both('再按这个字段分成几张表', 'a table for each value of this field'),
  sum: both('不数条数，把这个数值字段加起来', 'add up this number instead of counting'),
  paper: both('纸张：A4（默认）、A3', 'paper: A4 (default), A3'),
  lettering: both('字体：plain 宋体黑体（默认）、official 公文字体', 'typefaces: plain (default), official as in official documents'),
  total: both('合计行：first 首行、last 末行', 'where the total stands: first, last'),
  decimals: both('每万人、每百户指标的小数位数', 'decimals of densities'),
  head: both('表头右上的一行，如 表号=专受表7；可重复，最多五行', 'a line top right, e.g. 表号=专受表7; repeatable, at most five'),
  'yearly-cap': both('一个单位一年最多奖励多少万元', 'most a unit is paid in a year, in 万元'),
  reason: both('说明，校验不通过仍要生成时必写，印在表下', 'reason; needed to produce a form whose checks fail, printed under it'),
  population: both('人口口径，如 census2020、yearend2020', 'population series, e.g. census2020, yearend2020'),
} as const satisfies Record<string, Bilingual>
export type OptionName = keyof typeof optionHelp

export const helpHeadings = {
  usage: both('用法', 'Usage'),
  commands: both('命令', 'Commands'),
  options: both('选项', 'Options'),
  global: both('通用选项', 'Options of every command'),
  choices: both('可选', 'one of'),
} as const satisfies Record<string, Bilingual>
