import type { Spoken } from '../paper'
import type * as zh from '../zh/tourTexts'

export const tourTexts = {
  'tour.directory': 'Put in the directory of units',
  'tour.directoryWhat': 'The samples are already on the import page. Choose “01_单位名录_2021.xlsx”, press “Next: Columns” and “Next: Rows” at the top right, look at the headings, columns and verdicts, then press “Commit 122 rows”. With the directory, the units that follow find their districts.',
  'tour.surveys': 'Put in the surveys of the districts',
  'tour.surveysWhat': 'Commit the other samples one after another: population and market entities first, then the surveys and lists of the districts. A file with a problem stops and asks; one answer settles all of its kind.',
  'tour.records': 'Look at a standard',
  'tour.recordsWhat': 'On the page of standards choose a row. At the right are the drafting units in order with their districts, below the source files and rows; press a row number to open the original.',
  'tour.edit': 'Change a field and undo it',
  'tour.editWhat': 'Change a field at the right; it is saved on leaving. The status bar says “Saved”; press “Undo” to change it back.',
  'tour.ranking': 'See the ranking',
  'tour.rankingWhat': 'On the ranking page choose the period 2021. Press the number of standards of 崂山区: the records it counts are listed beside it, as many as the figure.',
  'tour.report': 'Produce the table of standards',
  'tour.reportWhat': 'On the report page choose “各区市标准制修订情况统计表” and the whole year 2021. See that all checks pass, then press “Export Excel”.',
  'tour.undo': 'Undo an import',
  'tour.undoWhat': 'Back on the import page, press “Import history” and undo a batch; see what changes back and what stays. It can be imported again afterwards.',
} as const satisfies Spoken<typeof zh.tourTexts>
