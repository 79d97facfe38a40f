/** 注册地区 may say a province or district of the owner. */
const here = /中国(?!香港|澳门|台湾)|中华人民共和国|国内|境内|大陆|^CHN$|^CN\b|^(?!.*(?:Hong|Macau|Taiwan)).*China|^(?!.*(?:香港|澳门|台湾)).*[省市区县]/iu
const madrid = /马德里|WIPO/iu

/** Whether a place of registration (注册国家/地区) names the Madrid system, whose marks have numbers of their own (domain.md 3). */
export function isOfMadrid(place: string): boolean {
  return madrid.test(place)
}

/** Whether a mark registered there is one of this register's: a national mark or a Madrid mark. */
export function isRegisteredHere(place: string): boolean {
  return here.test(place) || isOfMadrid(place)
}
