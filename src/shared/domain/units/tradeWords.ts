/**
 * Words of two characters that say what a unit does. A character in them that only looks like the right one is a slip of the
 * pen: nobody is called 精密杌械. In a brand the same slip may be another company, so that there only
 * `confusable` of characterForms.ts counts.
 */
const words = new Set((
  '科技 技术 工程 机械 机电 环保 环境 实业 商贸 贸易 电子 电气 电器 电力 电缆 电线 电源 电池 电机 电梯 电动 电信 电商 建设 建筑 建材 ' +
  '建工 信息 智能 智慧 生物 生态 医药 中药 农药 兽药 制药 药业 化工 化学 石化 食品 饰品 饮品 饮料 材料 能源 设备 装备 装饰 装修 制造 ' +
  '铸造 锻造 改造 工业 产业 企业 自动 软件 硬件 部件 配件 零件 管件 网络 服务 商务 财务 税务 物业 物流 物联 物资 管理 管业 管道 咨询 ' +
  '投资 发展 国际 海洋 海运 水产 水利 水务 水处 农业 渔业 鱼业 食业 蜂业 果业 盐业 油业 窗业 床业 糖业 电极 电影 电路 牧业 林业 种业 矿业 纸业 木业 门业 酒业 茶业 鞋业 铝业 钢业 置业 橡胶 橡塑 ' +
  '塑料 塑胶 塑业 包装 服装 童装 时装 纺织 针织 编织 服饰 汽车 汽配 机车 车辆 车轮 轮胎 船舶 船务 航空 航天 航运 航海 检测 检验 监测 ' +
  '监理 仪器 仪表 研究 研发 设计 设施 开发 文化 传媒 教育 医疗 医学 医院 器械 器材 金属 制品 用品 产品 作品 果品 集团 控股 供应 供热 ' +
  '供水 供电 制冷 冷链 冷藏 热力 热电 光电 光伏 光学 照明 半导 导体 集成 数据 数码 数控 通信 通讯 通用 印刷 印染 印务 印花 彩印 玻璃 ' +
  '陶瓷 家具 家居 家电 玩具 文具 刀具 模具 灯具 洁具 餐具 厨具 工具 量具 渔具 钢结 结构 钢铁 钢管 钢板 钢构 铁塔 阀门 球阀 水泵 泵业 ' +
  '压缩 锅炉 压力 容器 传动 轴承 齿轮 齿轴 弹簧 紧固 螺栓 密封 焊接 焊材 涂料 油漆 颜料 染料 染整 肥料 饲料 香料 原料 饲养 养殖 种植 ' +
  '种子 园林 园艺 花卉 苗木 绿化 木材 石材 钢材 板材 型材 管材 药材 器具 家纺 棉纺 毛纺 纺机 消防 安全 安防 保险 保安 证券 基金 资产 ' +
  '资本 租赁 拍卖 典当 担保 知识 识产 产权 代理 专利 商标 认证 标准 质量 计量 地产 房产 酒店 餐饮 旅游 旅行 广告 会展 体育 健身 健康 ' +
  '养老 护理 卫生 口腔 眼科 中医 学校 大学 中学 小学 学院 幼儿 协会 学会 商会 中心 运输 货运 仓储 快递 港口 码头 铁路 公路 市政 交通 ' +
  '轨道 勘察 勘测 测绘 规划 地质 矿山 采矿 冶金 冶炼 炼油 石油 燃气 煤炭 焦化 化肥 化纤 纤维 皮革 皮具 羽绒 工艺 工贸 进出 出口 精密 ' +
  '精细 特种 高新 超市 百货 连锁 加工 维修 安装 劳务 人力 金融 支付 互联 创新 创业 孵化 育种 动力 重工 轻工 造船 造纸 新型 复合 功能 ' +
  '高分 分子 磁性 真空 净化 洗涤 清洁 保洁 污水 固废 回收 再生 循环 节能 太阳 风电 氢能 储能 储运 充电 逆变 变压 开关 断路 线路 线缆 ' +
  '元件 元器 芯片 传感 雷达 激光 红外 显示 视频 音响 影视 动漫 游戏 出版 图书 艺术 乐器 钢琴 工美 首饰 珠宝 眼镜 钟表 化妆 日化 口罩 ' +
  '试剂 疫苗 诊断 影像 ' +
  '机床 门窗 幕墙 保温 隔热 叉车 吊车 客车 货车 挂车 游艇 高铁 助剂 试纸 帘子 子布 假发 制盐 制糖 制衣 制鞋 制革 啤酒 白酒 黄酒 葡萄 ' +
  '海藻 海鲜 处理 烘焙 宠物 资源 机器 无人 保养 培训 驾驶 殡葬 酿酒 酿造 粮油 米业 面粉 调味 香精 肉类 乳业 奶粉 冷冻 速冻 干燥 粉碎 ' +
  '搅拌 起重 输送 电站 配电 灯饰 雕刻 喷涂 电镀 冲压 铝材 铜材 钢丝 钢绳 绳网 渔网 帐篷 箱包 鞋材 布艺 地毯 窗帘 床品 沙发 厨卫 卫浴 ' +
  '瓷砖 石膏 水泥 砂浆 混凝 凝土 沥青 防水 外墙 吊顶 钻井 油田 管线 海工 引航 拖轮 潜水 打捞'
).split(' '))

/** Characters that look alike on paper or to a scanner, more freely than a brand would bear. */
const lookAlikes = (
  '技枝妓伎 械诫戒 机杌 环坏 保褓 备各奋 电申甲 气乞汽 器嚣 品晶 阀伐 阀阅 纺访妨防 织炽职识帜 轮论伦抡 胎抬贻 橡像 胶校较狡 塑朔溯 料科 ' +
  '材村财 钢刚纲 铸涛祷 锻缎 检捡验 测侧恻厕 缆揽榄 包句 装奘妆 制刺 冷泠 藏臧 程呈 程埕 筑巩 建健键 饰饬蚀 消销硝 妨防 源原 洋羊详 光先 ' +
  '仪议 表衷 玻坡波 璃漓 陶淘 瓷资 家冢 具县且 配酡 件仵 证征 服眼股 务雾 知和 管菅 理埋 供洪拱 链琏 应庇 设没 计汁 代伐 利刹 标杯 ' +
  '准淮 质贡 量置 农衣 业亚 渔鱼 牧收 林村 种钟 矿旷 纸低 木术本 酒洒 茶荼 果呆 石右 油抽 热势 力刀 能熊 传转 传俦 媒煤 教数 育盲 ' +
  '疗辽 药约 卫工 生主 物牧 态恋 食良 饮饭 肥肌 饲伺 养美 殖植值 软砍钦 息熄 智暂 网冈 络洛骆 数教 据居 通诵 信言 讯汛 印卯 刷涮 ' +
  '染柒 模漠 刀刃 厨橱 洁浩沽 文丈 玩坑 研妍 究突 开升 发友 投设 资贷 咨资 询讯殉 国园围圆 际标 林材 苗亩 绿录 运远 输愉 货贷 仓苍 ' +
  '储诸 港巷 船般 舶泊 航肮杭 空宝 天夫 车东 辆俩 汽氾 轴铀 承丞 弹禅 簧黄 紧坚 焊悍 涂徐 漆膝 颜额 棉绵 毛手 皮反 革苹 精清 密蜜 ' +
  '细绅 特持 型形 复夏 磁滋 净争 洗冼 污汗 节芦 阳阴 充允 变峦 压庄 线钱 元无 芯蕊 感惑 雷雪 激缴 显昱 视观 频颇 影彰 动劝 漫慢 乐东 ' +
  '表衰 罩置 试拭 疫疲 苗笛 诊珍 断折 院完 学字 校狡 协胁 监临 勘甚 察寀 绘给 规视 划刘 治冶 冶治 炼练 燃然 煤媒 炭岩 纤奸 维堆 育肓 ' +
  '金全 融触 投役 商啇 贸贺 易昜 实买 集隼 团困 控腔 新斩 安女 全金 危全 险验 劳芳 责贵 任仕 限眼恨 司可 ' +
  '倍信部陪培 词饲伺 录泵 屯电 永承 善兽 里理 镜境 比化 优伏 伴件 勿物 扒机 哭器 拔技 旋旅 庄压 厉属 貝具 荞养 專传专 邀激 雲零 除涂 ' +
  '拉位 壮装 待特 侍持 峰锋 怡治 住往 估值 佳住 末未 析折 拆析 徽微 幕墓 辩辨 密蜜 竞竟 栽裁 戴载 晴睛 博搏 薄簿 揭竭 渴喝 陵棱 凌陵 ' +
  '廉谦 滴摘 嫡镝 蓝篮 炮泡 抱饱 挠烧 绕浇 挽晚 幅副 富福 稿搞 搞高 洪烘 哄洪 惜错 措借 幢撞 籍藉 弛驰 驰池 施拖 拖施 券卷 圈圆 栗粟 ' +
  '粟票 漂飘 瓢飘 梢稍 销稍 侵浸 寝侵 浦铺 捕辅 辅铺 墙樯 蓄畜 抢枪 枪仓 疮沧 舱航 彩采 踩彩 晾凉 谅惊 琼凉 钾钠 纳钠 纳讷 呐纳 绵锦 ' +
  '棉锦 沛柿 帅师 师狮 肺沛 ' +
  '床庆 窗囱 暇假 报服 玉宝 殊珠 埋理 市布 原源 东车 剌制 监盐 轶铁 济剂 肋助 幕墓 澡藻 匍葡 帝帘 培焙 湿温 褓保 洒酒 杌机 贝具貝 ' +
  '庞宠 佰伯 驶驰 训川 酿酝 粮娘 香杳 粉纷 碎粹 搅揽 雕彫 刻刹 喷愤 镀渡 冲仲 绳蝇 网岗 帐怅 箱霜 毯毡 卫工 瓷资 泥呢 浆桨 混棍 青清 ' +
  '墙樯 顶项 钻站 井并 引弘 航舱 拖施 潜替 捞唠'
).split(' ')

const alike = new Map<string, Set<string>>()
for (const group of lookAlikes) {
  for (const character of group) alike.set(character, new Set([...(alike.get(character) ?? []), ...group]))
}

/** For a character that no word should have in its place: what it may have been meant to be. */
const meant = new Map<string, string>()
for (const word of words) {
  for (const at of [0, 1]) {
    for (const slip of alike.get(word[at] ?? '') ?? []) {
      const mistyped = at === 0 ? `${slip}${word[1]}` : `${word[0]}${slip}`
      if (!words.has(mistyped) && !meant.has(mistyped)) meant.set(mistyped, word)
    }
  }
}

/** A brand has at least two characters; what stands there is never mended. */
const brandLength = 2

/**
 * The core of a name with slips in the words of its trade mended: 海晟精密杌械 becomes 海晟精密机械. What is part of a word as it
 * is stays: 电器 is no slip of 电气.
 */
export function mendTradeWords(core: string): string {
  let text = core
  for (let at = brandLength; at < text.length - 1; at++) {
    const pair = text.slice(at, at + 2)
    if (words.has(pair)) {
      at++
      continue
    }
    const word = meant.get(pair)
    if (word === undefined || words.has(text.slice(at + 1, at + 3)) && word[1] !== pair[1]) continue
    text = `${text.slice(0, at)}${word}${text.slice(at + 2)}`
    at++
  }
  return text
}
