/** Words that made-up units, titles and addresses are put together from; common characters only, so that GB18030 takes two bytes each. */

export const brandCharacters = [...'海信华新东方天盛瑞丰泰康明达宏远金鼎中联正大恒通安顺博雅创优智云启航鑫源百川万里长城国贸隆昌和平永兴德润佳禾嘉业凯旋诚信科迈力拓星辰日月山河青松翠柏']
export const industries = ['电子', '机械', '生物', '化工', '新材料', '软件', '食品', '纺织', '轨道装备', '海洋工程', '橡胶', '家电', '环保', '医疗器械', '物流', '建材', '能源', '汽车零部件', '包装', '农业', '光电', '精密仪器', '船舶', '冷链'] as const

export const features = [
  '一种新型', '一种改进的', '一种节能', '一种自动', '一种便携式', '一种高强度', '一种低噪声', '一种智能', '一种可调节', '一种多功能',
  '一种防水', '一种耐腐蚀', '一种快速', '一种集成式', '一种分体式', '一种双层', '一种在线', '一种无线', '一种高精度', '基于深度学习的',
] as const
/** 电梯 is a tenth of all titles: the two characters that the search is timed with. */
export const topics = [
  '电梯', '电梯', '电梯', '电梯', '冰箱', '洗衣机', '空调', '海水淡化', '轮胎', '列车', '数控机床', '啤酒酿造', '水产养殖', '污水处理', '锂电池', '光伏组件', '医用导管',
  '港口起重机', '船舶推进', '橡胶硫化', '服装裁剪', '冷链运输', '茶叶加工', '粮食烘干', '仓储货架', '焊接机器人', '注塑模具', '变压器', '燃气热水器', '声学检测',
  '图像识别', '数据加密', '语音交互', '路灯控制', '桥梁监测', '混凝土', '钢结构', '管道连接', '阀门', '轴承',
] as const
export const things = [
  '制动装置', '控制系统', '检测方法', '密封结构', '支撑架', '驱动电路', '散热组件', '传动机构', '清洗设备', '安装工具', '连接件', '过滤器', '传感器', '控制方法', '防护罩',
  '夹具', '输送装置', '搅拌机构', '加热模块', '监测平台', '调节阀', '定位装置', '除尘设备', '缓冲结构', '切割刀具', '储存箱', '测试台', '升降平台', '报警装置', '喷涂工艺',
] as const
export const endings = ['', '', '', '及其使用方法', '及其制备方法', '及控制方法', '和应用', '及系统'] as const
/** A phrase that almost no title has. */
export const rarePhrase = '陶粒茶叶'

export const surnames = [...'王李张刘陈杨赵黄周吴徐孙马朱胡林郭何高罗']
export const givenCharacters = [...'伟芳娜敏静丽强磊军洋勇艳杰涛明超兰霞平刚桂英华玉']
export const streets = ['香港中路', '山东路', '长江中路', '松岭路', '九水东路', '正阳路', '振华街', '北京路', '人民路', '烟台路', '深圳路', '海尔路', '株洲路', '滨海大道', '汽车产业新城']

export const districts = ['370202', '370203', '370211', '370212', '370213', '370214', '370215', '370281', '370283', '370285'] as const
/** How the city's units are spread over `districts`, in percent. */
export const districtShares = [8, 11, 24, 13, 6, 14, 8, 8, 5, 3] as const
export const districtNames: Readonly<Record<string, string>> = {
  370202: '市南区', 370203: '市北区', 370211: '黄岛区', 370212: '崂山区', 370213: '李沧区', 370214: '城阳区', 370215: '即墨区', 370281: '胶州市', 370283: '平度市', 370285: '莱西市',
}
export const outsidePlaces = [
  { code: '370600', city: '烟台市', province: '山东省' }, { code: '370100', city: '济南市', province: '山东省' }, { code: '440300', city: '深圳市', province: '广东省' },
] as const
