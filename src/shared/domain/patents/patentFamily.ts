/**
 * Whether a simple family (简单同族) holds a granted right abroad, criterion 2 of domain.md 2.7: a granted document of
 * another office. An application alone (US20190001181A1, WO2018131023A1) is no right.
 */
export function hasGrantedForeignMember(family: string): boolean {
  return family.normalize('NFKC').toUpperCase().split(/[|;；、,，\s]+/u).some(isGrantedAbroad)
}

const document = /^([A-Z]{2})\d[\dA-Z]*?([A-Z])(\d?)$/u
/** Offices whose kind code B or C marks a grant; of Japan's and Korea's utility models U is granted, Y too. */
const grantedKinds = new Set(['B', 'C', 'E', 'Y', 'S'])
const notNational = new Set(['CN', 'WO', 'HK', 'MO', 'TW'])

function isGrantedAbroad(member: string): boolean {
  const parts = document.exec(member)
  if (!parts) return false
  const [, office = '', kind = ''] = parts
  if (notNational.has(office)) return false
  return grantedKinds.has(kind)
}
