/** Texts about units: names that look alike, merging, everything of one unit, lists filled in, what falls due. */
export const unitTexts = {
  'units.sourceRow': '{file} 第 {row} 行',

  'reason.same_code': '统一社会信用代码相同',
  'reason.same_written': '只差空格、括号或标点',
  'reason.traditional': '繁体与简体',
  'reason.legal_form': '只差“有限公司”“有限责任公司”的写法',
  'reason.stock_form': '去掉“股份有限公司”“有限公司”后相同',
  'reason.group_word': '只差“集团”',
  'reason.form_missing': '缺“有限公司”',
  'reason.region_written': '地名写法不同，指同一处',
  'reason.region_missing': '缺开头的地名',
  'reason.similar_character': '一个字形近',
  'reason.transposed': '相邻两字颠倒',
  'reason.doubled': '多打了一个相同的字',
  'reason.abbreviation': '一个是另一个的简称',
  'reason.former_name': '原名写在括号里',
  'reason.place_note': '末尾括号里注了地名',

  'doubt.other_code': '信用代码不同',
  'doubt.other_region': '字号相同，地方不同',
  'doubt.wider_region': '一个写到区市，一个没有写到',
  'doubt.other_trade': '字号相同，行业不同',
  'doubt.institution_or_company': '一个是企业，一个是院所或合伙',
  'doubt.common_words': '去掉地名和“有限公司”后没有字号',
  'doubt.short_group': '字号太短，集团与成员企业可能不同',
  'doubt.namesake_elsewhere': '几个地方都有同名的',
} as const
