/** A zone has no code: a received figure of it goes by its name, and one that is a part of its host's figure by the name behind 其中. */
const part = '其中：'

/** How a zone is written whose figure is a part of its host's. */
export function partOfHost(zone: string): string {
  return `${part}${zone}`
}

/** The zone that a region of a received figure is, and whether the figure is a part of the host's. */
export function receivedZone(region: string): { name: string; isPartOfHost: boolean } {
  return region.startsWith(part) ? { name: region.slice(part.length), isPartOfHost: true } : { name: region, isPartOfHost: false }
}
