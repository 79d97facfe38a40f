/** Texts about single records: editing, history, notes, the recycle bin. */
export const recordTexts = {
  'problem.note_changed': '待核实备注与校验值不符',
  'export.population': '人口',
  'export.marketEntities': '市场主体',
  'export.indicators': '通报指标',

  'why.standardAbolished': '{day} 废止',
  'why.standardUpcoming': '{day} 起实施',
  'why.standardInForce': '{day} 起，没有废止日期',
  'why.standardNoDates': '没有日期，按现行计',
  'why.lead': '本市单位排第 1 位，按“第一起草单位”口径计主导 1 项',
  'why.part': '本市最前为第 {position} 位，按“第一起草单位”口径计参与 1 项',
  'why.noLocalUnit': '起草单位里没有本市单位，不计入本市',
  'why.patentLapsed': '{day} 失效',
  'why.patentTermOver': '保护期到 {day} 届满',
  'why.patentInForce': '{granted} 授权公告，{over} 届满',
  'why.patentPending': '还没有授权公告日',
  'why.markNotRegistered': '还没有注册日期',
  'why.markCancelled': '{day} 注销',
  'why.markTerm': '{registered} 注册，专用权到 {end}，宽展到 {grace}',
  'why.unitMoved': '{day} 迁入，此前的数归原区市',
  'why.unitEnded': '{day} 注销',
} as const
