import type { RecordKind, Values } from '../../../src/shared/domain/catalogue/fields'

/** Random numbers with a seed (mulberry32): the same register every time. */
export function createRandom(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    chance: (share: number): boolean => next() < share,
    pick: <T>(items: readonly [T, ...T[]] | readonly T[]): T => items[below(items.length)] as T,
  }
}
export type Random = ReturnType<typeof createRandom>

const districts = ['370202', '370203', '370211', '370212', '370213', '370214', '370215', '370281', '370283', '370285'] as const
const places = ['青岛', '山东', '上海', '大连', '烟台', '济南'] as const
const words = ['海洋', '电梯', '家电', '轨道', '橡胶', '食品', '生物', '智能', '检测', '仪器', '包装', '纺织', '环境', '电子'] as const
const titles = ['电梯制动装置', '海水淡化方法', '轨道车辆', '橡胶轮胎', '冷链物流规范', '智能家电', '检测仪器', '术语', '试验方法', '通用技术条件', 'LED 灯具', 'A型泵'] as const

export function randomDate(random: Random, from = 2000, to = 2022): string {
  const year = from + random.below(to - from + 1)
  const month = String(1 + random.below(12)).padStart(2, '0')
  if (random.chance(0.03)) return `${year}-${month}`
  return `${year}-${month}-${String(1 + random.below(28)).padStart(2, '0')}`
}

function randomName(random: Random): string {
  return `${random.pick(places)}${random.pick(words)}${random.pick(words)}${random.pick(['有限公司', '研究院', '大学', '集团'])}`
}

function maybe<T>(random: Random, share: number, value: T): T | undefined {
  return random.chance(share) ? value : undefined
}

function drafting(random: Random, names: readonly string[]): [number, string][] {
  const list = new Map<string, number>()
  let position = 0
  for (let left = random.below(5); left > 0; left--) {
    position += random.chance(0.9) ? 1 : 2
    list.set(random.pick(names), position)
  }
  return [...list].map(([name, at]): [number, string] => [at, name]).toSorted((a, b) => a[0] - b[0])
}

export interface RandomRegister {
  kind: RecordKind
  records: Values[]
}

/** A small register of every listed kind, with the dirt that lists must survive: gaps, empty fields, homonyms, moves. */
export function randomRegister(seed: number, size: number): RandomRegister[] {
  const random = createRandom(seed)
  const names = Array.from({ length: Math.max(4, Math.floor(size / 3)) }, () => randomName(random))
  const each = (kind: RecordKind, record: (index: number) => Values): RandomRegister => ({ kind, records: Array.from({ length: size }, (_, index) => record(index)) })
  return [
    each('unit', (index) => {
      const hasMoved = random.chance(0.2)
      return {
        uscc: `9137020${String(index).padStart(11, '0')}`, name: names[index % names.length], formerNames: random.chance(0.2) ? [randomName(random)] : undefined,
        district: maybe(random, 0.9, random.pick(districts)), zone: maybe(random, 0.2, '青岛高新区'), unitType: maybe(random, 0.7, random.pick(['企业', '高校', '科研单位'])),
        previousDistrict: hasMoved ? random.pick(districts) : undefined, movedOn: hasMoved ? randomDate(random, 2018, 2022) : undefined,
      }
    }),
    each('standard', (index) => ({
      standardNo: `${random.pick(['GB/T', 'HY/T', 'T/QDAS', 'ISO'])} ${random.below(99_999)}.${index}-${2015 + random.below(7)}`, title: random.pick(titles) + random.pick(titles),
      kind: random.pick(['national', 'industry', 'group', 'international']), newOrRevised: random.pick(['new', 'revised']), replaces: random.chance(0.3) ? [`GB/T ${random.below(9_999)}-1998`] : undefined,
      publishedOn: maybe(random, 0.95, randomDate(random)), effectiveOn: maybe(random, 0.8, randomDate(random)), abolishedOn: maybe(random, 0.1, randomDate(random)),
      ics: maybe(random, 0.7, `${10 + random.below(80)}.0${random.below(99)}`), committee: maybe(random, 0.6, `全国${random.pick(words)}标准化技术委员会`),
      drafting: drafting(random, [...names, '佛山外地有限公司']), listComplete: maybe(random, 0.7, 1), systems: random.chance(0.3) ? ['海洋标准体系', '双碳'] : undefined,
    })),
    each('patent', (index) => ({
      applicationNumber: `${2003 + random.below(18)}1${String(index).padStart(7, '0')}.${random.below(10)}`, type: random.pick(['invention', 'utility_model', 'design']), title: random.pick(titles),
      parties: [random.pick(names), ...(random.chance(0.3) ? [random.pick(names)] : [])], ownerPlace: random.pick([undefined, '370200', '440300', ...districts]),
      ownerType: maybe(random, 0.3, 'individual'), filedOn: maybe(random, 0.95, randomDate(random, 2000, 2020)), grantedOn: maybe(random, 0.7, randomDate(random, 2004, 2022)),
      lapsedOn: maybe(random, 0.2, randomDate(random, 2010, 2023)), statedStatus: random.pick([undefined, 'valid', 'invalid', 'pending']),
      publications: random.chance(0.8) ? [`CN1${index}A`, `CN1${index}B`] : undefined, pctNumber: index % 5 === 0 ? `PCT/CN2020/${String(90_000 + index).padStart(6, '0')}` : undefined, ipc: random.chance(0.8) ? ['B66B5/00'] : undefined,
      strategic: maybe(random, 0.2, 1), overseasFamily: maybe(random, 0.2, 1), pledge: maybe(random, 0.1, 1), award: maybe(random, 0.05, 1),
    })),
    each('trademark', (index) => ({
      registrationNumber: String(1_000_000 + index * 7), name: random.pick(words) + random.pick(['牌', '之星', 'Star']), classes: [1 + random.below(20), 30 + random.below(15)],
      owner: maybe(random, 0.95, random.pick(names)), ownerPlace: maybe(random, 0.8, random.pick(['370200', '370600', ...districts])), appliedOn: maybe(random, 0.9, randomDate(random, 2005, 2021)),
      registeredOn: maybe(random, 0.9, randomDate(random, 2006, 2022).slice(0, 10).padEnd(10, '-01')), termEndOn: maybe(random, 0.3, `${2018 + random.below(8)}-0${1 + random.below(9)}-15`),
      cancelledOn: maybe(random, 0.1, randomDate(random, 2015, 2022)),
    })),
    each('honour', (index) => ({
      key: `H${index}`, honour: random.pick(['中国专利奖', '山东省省长质量奖']), level: maybe(random, 0.8, random.pick(['优秀奖', '金奖'])), recipient: random.pick(names),
      district: maybe(random, 0.5, random.pick(districts)), publishedOn: maybe(random, 0.9, randomDate(random, 2018, 2022)), status: random.pick(['授予', '公示']),
    })),
    each('pilot', (index) => ({
      key: `P${index}`, project: `${random.pick(words)}试点`, pilotType: random.pick(['企业', '高校', '园区']), name: random.pick(names), district: maybe(random, 0.5, random.pick(districts)),
      year: maybe(random, 0.9, 2018 + random.below(5)), status: random.pick(['在建', '通过验收']),
    })),
    each('pct', (index) => ({
      pctNumber: `PCT/CN2021/${String(index).padStart(6, '0')}`, title: random.pick(titles), receivedOn: randomDate(random, 2019, 2022), applicants: [random.pick(names)],
      ownerPlace: maybe(random, 0.8, random.pick(districts)),
    })),
    each('population', (index) => ({
      key: `R${index}`, region: random.pick(['370200', ...districts]), series: random.pick(['census2020', 'yearend2019']), year: 2019 + random.below(2), populationWan: maybe(random, 0.9, random.below(100_000) / 1_000),
    })),
    each('market_entities', (index) => ({ key: `M${index}`, region: random.pick(districts), year: 2018 + random.below(4), entities: random.below(200_000) })),
    each('indicator', (index) => ({
      key: `I${index}`, region: random.pick(['370100', '370200']), indicator: 'standards', period: random.pick(['2020', '2021']), heading: `${random.pick(words)}数（项）`, value: random.below(1_000) / 10,
      unit: maybe(random, 0.8, '项'), growth: maybe(random, 0.5, '12.0%'), rank: maybe(random, 0.8, 1 + random.below(16)),
    })),
  ]
}
