import type { Spoken } from '../paper'
import type * as zh from '../zh/reportingTexts'

export const reportingTexts = {
  'reporting.heading': 'District reports',
  'reporting.of': 'standards, {period}',
  'reporting.district': 'District',
  'reporting.state': 'State',
  'reporting.received': 'Received',
  'reporting.records': 'Standards',
  'reporting.open': 'Open',
  'reporting.state.missing': 'not reported',
  'reporting.state.waiting': '{rows} to answer',
  'reporting.state.returned': '{rows} rejected',
  'reporting.state.received': 'taken in',
  'reporting.state.more': 'added to',
  'reporting.sums': '{received} received, {missing} missing, {open} {open|row|rows} to correct',
  'reporting.none': 'No list of standards says yet which district reported it. Import the lists of the districts to see who is missing and who has to correct',
  'reporting.export': 'Export reminder list',
  'reporting.written': 'Wrote the reminder list: {file}',
  'reporting.list': '{district}　{count} {count|standard|standards} reported, {period}',
  'reporting.openFile': '{district}, open {file}',
} as const satisfies Spoken<typeof zh.reportingTexts>
