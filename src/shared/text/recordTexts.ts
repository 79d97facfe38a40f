/** Texts about single records: editing, history, notes, the recycle bin. */
export const recordTexts = {
  'problem.note_changed': '待核实备注与校验值不符',
} as const
