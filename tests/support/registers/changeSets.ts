import type { RecordKind, Values } from '../../../src/shared/domain/catalogue/fields'
import type { ChangeSet, NewBatch, NewSource, RecordInsert } from '../../../src/main/store/changeSet'

/** Short ways to write change sets; every part can be overridden. */
export function aChangeSet(parts: Partial<ChangeSet> = {}): ChangeSet {
  return { kind: 'import', at: 1_700_000_000_000, operator: '王芳', inserts: [], updates: [], deletes: [], evidence: [], ...parts }
}

/** Settings as the program writes them, by their keys in register_info. */
export function aSettingsChange(settings: Readonly<Record<string, string>>): ChangeSet {
  return aChangeSet({ kind: 'settings', settings })
}

export function aSource(parts: Partial<NewSource> = {}): NewSource {
  return {
    sheet: 'Sheet1', kind: 'patent', class: 'vendor', states: ['applicationNumber', 'title', 'parties'],
    headerRows: [1], mapping: { title: { column: 'B', header: '名称' } }, context: {}, verdicts: [], ...parts,
  }
}

export function aBatch(parts: Partial<NewBatch> = {}): NewBatch {
  return {
    fileName: '专利.xlsx', sha256: 'a'.repeat(64), sizeBytes: 1234, format: 'xlsx', kind: 'patents', programVersion: '0.1.0',
    options: {}, summary: { rows: { read: 1 } }, sources: [aSource()], ...parts,
  }
}

/** A new record supported by one plain row of the change set's first source. */
export function anInsert(kind: RecordKind, values: Values, row = 2): RecordInsert {
  return { kind, values, evidence: [{ source: 0, row, diff: null }] }
}

export function aPatent(parts: Values = {}): Values {
  return {
    applicationNumber: '201910123456X', type: 'invention', title: '一种电梯制动装置', parties: ['青岛海尔电梯有限公司', '青岛大学'],
    ownerType: 'enterprise', filedOn: '2019-02-20', grantedOn: '2021-03-05', ipc: ['B66B5/00', 'B66B1/32'], strategic: 1, ...parts,
  }
}
