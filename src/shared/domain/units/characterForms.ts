/**
 * Characters that are one and the same in a name: traditional and simplified forms, and pairs that typing, scanning or
 * copying by hand confuses. Two aligned strings each: no package is worth a few hundred characters.
 */
const traditional =
  '電機業東華龍發達輪膠醫藥計檢測車氣國豐澤魯濟術類專門紡織綠環設備線纜實驗興島標準種與個產際構應動雲質試語規範條過農飲輕絲綿鋼鐵鋁銅鋅錫鈦礦鹽氫體變壓輛軌艦訊號網絡數據資庫層隊長開關閉區縣鎮鄉蘭廣寧遼陝齊濱煙臺萊蕪濰學會員報書記項級參寫說讀題頁圖為無給統總雙萬億聯勝慶鳳凱麗瑪諾賽鵬飛馬騰躍進遠運輸連鎖銷貿財經貴賓館飯養漁鮮凍儲倉衛潔淨塗紙張裝飾築橋樑樓閣莊園藝傳視聽樂團協聖賢寶貝嬰兒婦護療診監審軟腦係積繪礎維務職訓練師導遊戲節時間鐘錶錄陽陰陸嶼灣溝滅災難險雜緣縱橫優勁強鋒銳穩榮輝燈燭燒爐爾爺爭爲牽犧猶獎獅獨獲瑣瑤璽甌畫異當疊痺癥盜盡盤眾睜矚砲硯碩磚礙禮禍禪禿稅稱穀穎窩窮竊競筆簡簽糧紀約紅紋納純紐細終組結絕綁綱緊編縮績繡繼續罰罷羅義習聞聲腸膚臉臨舉舊艱藍蘇虛蟲蠟裏製複覺觀訂討託許訴註評詞詢誌認誠調談請論證識議譯貨販責貫貯貼費賀賃賴購贈趕跡踐軍軸載輔輯轉轄迴遜選還邁邊郵鄭鄰釀釋針釣鈞鉅鉗鉛鉤鉻銀銘鋪錦鍋鍵鍛鎂鏈鏡鐳鑄鑒鑽閱闆隨隱隸雞離靈靜韓響頂順預領頭頻顆額願顯風飼馳駐駿騎騙驅鬆鬥魚鯨鳥鳴鴻鶴麥黃點齒龜靑戶內權佈單冊屆處營階狀態歸屬檔廢棄廠創齡繫話頒圍從劃擬別碼'
const simplified =
  '电机业东华龙发达轮胶医药计检测车气国丰泽鲁济术类专门纺织绿环设备线缆实验兴岛标准种与个产际构应动云质试语规范条过农饮轻丝绵钢铁铝铜锌锡钛矿盐氢体变压辆轨舰讯号网络数据资库层队长开关闭区县镇乡兰广宁辽陕齐滨烟台莱芜潍学会员报书记项级参写说读题页图为无给统总双万亿联胜庆凤凯丽玛诺赛鹏飞马腾跃进远运输连锁销贸财经贵宾馆饭养渔鲜冻储仓卫洁净涂纸张装饰筑桥梁楼阁庄园艺传视听乐团协圣贤宝贝婴儿妇护疗诊监审软脑系积绘础维务职训练师导游戏节时间钟表录阳阴陆屿湾沟灭灾难险杂缘纵横优劲强锋锐稳荣辉灯烛烧炉尔爷争为牵牺犹奖狮独获琐瑶玺瓯画异当叠痹症盗尽盘众睁瞩炮砚硕砖碍礼祸禅秃税称谷颖窝穷窃竞笔简签粮纪约红纹纳纯纽细终组结绝绑纲紧编缩绩绣继续罚罢罗义习闻声肠肤脸临举旧艰蓝苏虚虫蜡里制复觉观订讨托许诉注评词询志认诚调谈请论证识议译货贩责贯贮贴费贺赁赖购赠赶迹践军轴载辅辑转辖回逊选还迈边邮郑邻酿释针钓钧巨钳铅钩铬银铭铺锦锅键锻镁链镜镭铸鉴钻阅板随隐隶鸡离灵静韩响顶顺预领头频颗额愿显风饲驰驻骏骑骗驱松斗鱼鲸鸟鸣鸿鹤麦黄点齿龟青户内权布单册届处营阶状态归属档废弃厂创龄系话颁围从划拟别码'

/** Numerals are never among them: 一厂 and 二厂 are two units. */
const confusable = [
  '己已巳', '未末', '土士', '日曰', '术木', '子予孑', '晶品', '械诫', '动劢', '检捡', '技枝', '器嚣', '人入', '天夭', '候侯', '账帐', '析折拆', '拔拨', '辩辨',
  '刺剌', '茶荼', '沦沧', '设没', '准淮', '冶治', '壮状', '崂唠', '戊戌戍', '博搏', '密蜜', '籍藉', '带戴', '历厉', '钓钧', '候猴', '粒拉', '材村', '苹萍', '坏环', '间问', '申甲', '自白', '今令', '免兔', '乌鸟', '北比', '由田', '住往', '幻幼', '味昧', '惠慧', '型形', '菜莱', '贷货', '洒酒', '网冈', '丰串', '竟竞', '候俟', '复夏', '抛拋', '母毋', '侍待', '铂泊',
] as const

function alignedMap(from: string, to: string): ReadonlyMap<string, string> {
  const targets = [...to]
  return new Map([...from].map((character, index) => [character, targets[index] ?? character]))
}

const simplifiedOf = alignedMap(traditional, simplified)
const classOf = new Map(confusable.flatMap((group) => [...group].map((character): [string, string] => [character, group.charAt(0)])))

const anyTraditional = new RegExp(`[${traditional}]`)

/** The text in simplified characters. */
export function simplify(text: string): string {
  return anyTraditional.test(text) ? replaced(text, simplifiedOf) : text
}

/** Every character that is easily confused, as the first of its group: equal results look alike on paper. */
export function foldConfusable(text: string): string {
  return replaced(text, classOf)
}

function replaced(text: string, map: ReadonlyMap<string, string>): string {
  let result = ''
  for (const character of text) result += map.get(character) ?? character
  return result
}
