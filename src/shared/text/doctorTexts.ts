import type { ProblemName } from '../domain/catalogue/problems'

/** 数据体检: what is wrong or missing, and what it costs. */
export const doctorTexts = {
  'doctor.unit_without_district': '单位没有区市，名下的记录计入其他',
  'doctor.unit_name_shared': '几个信用代码同一个名称，按名称认不出是哪一家',
  'doctor.standard_without_title': '标准没有名称',
  'doctor.standard_without_publication': '标准没有发布日期，哪一年都不计',
  'doctor.standard_without_units': '标准没有起草单位，哪个区市都不计',
  'doctor.standard_dates_reversed': '标准的发布、实施、废止日期前后颠倒',
  'doctor.standard_list_conflict': '起草单位顺序有两种说法',
  'doctor.standard_replaced_in_force': '标准已被代替，没有废止日期',
  'doctor.patent_without_title': '专利没有名称',
  'doctor.patent_without_owner': '专利没有专利权人',
  'doctor.patent_without_district': '专利认不出区市，计入其他',
  'doctor.patent_without_filing': '专利没有申请日，算不出届满',
  'doctor.patent_dates_reversed': '专利的申请、授权、失效日期前后颠倒',
  'doctor.mark_without_owner': '商标没有注册人',
  'doctor.mark_without_district': '商标认不出区市，计入其他',
  'doctor.mark_without_term': '商标没有专用期，算不出是否有效',
  'doctor.mark_dates_reversed': '商标的申请、注册、专用期日期前后颠倒',
  'doctor.pct_without_district': 'PCT申请认不出区市，计入其他',
  'doctor.honour_without_district': '荣誉认不出区市，计入其他',
  'doctor.pilot_without_district': '试点示范认不出区市，计入其他',
} as const satisfies Record<`doctor.${ProblemName}`, string>

export const doctorWords = {
  'doctor.problem': '问题',
  'doctor.name': '代号',
  'doctor.count': '条数',
  'doctor.kind': '类别',
  'doctor.key': '编号',
  'doctor.title': '名称',
  'doctor.district': '区市',
  'doctor.remedy': '处理情况',
  'doctor.sheet': '待改清单',
  'doctor.file': '{district}_待改清单.xlsx',
  'doctor.all': '全部体检',
  'doctor.looking': '正在检查',
  'doctor.export': '导出待改清单',
  'doctor.fileName': '待改清单_{day}.xlsx',
  'doctor.fine': '没有发现问题',
  'doctor.written': '已写出 {rows} 条：{file}',
} as const
