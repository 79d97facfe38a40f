/** Where a place stands on a schematic map: squares in rows from the north and columns from the west, both from 0. */
export interface Tile { code: string; row: number; column: number }

/** Rows and columns a map may have: a city has no more districts. */
export const mostTileLines = 12

/** Plain grids are wider than high, as the window is. */
const plainAspect = 1.6

/**
 * A square for every code. Codes without a square of their own, or with one that is taken, stand below in the order given;
 * where none has one, all stand in a plain grid.
 *
 * @param placement  what the city says; squares of other codes are left out
 */
export function placeTiles(codes: readonly string[], placement: readonly Tile[]): Tile[] {
  const wanted = new Map(placement.map((tile) => [tile.code, tile]))
  const taken = new Set<string>()
  const placed: Tile[] = []
  const rest: string[] = []
  for (const code of codes) {
    const tile = wanted.get(code)
    const place = tile === undefined ? '' : placeOf(tile)
    if (tile === undefined || taken.has(place)) rest.push(code)
    else {
      taken.add(place)
      placed.push({ code, row: tile.row, column: tile.column })
    }
  }
  const width = placed.length === 0 ? Math.ceil(Math.sqrt(codes.length * plainAspect)) : Math.max(...placed.map(({ column }) => column)) + 1
  const below = placed.length === 0 ? 0 : Math.max(...placed.map(({ row }) => row)) + 1
  return [...placed, ...rest.map((code, at) => ({ code, row: below + Math.floor(at / width), column: at % width }))]
}

/** Moves a square by one step; what stands there changes places with it. Over the edge nothing moves. */
export function moveTile(tiles: readonly Tile[], code: string, to: { row: number; column: number }): Tile[] {
  const moved = tiles.find((tile) => tile.code === code)
  const isOutside = to.row < 0 || to.column < 0 || to.row >= mostTileLines || to.column >= mostTileLines
  if (moved === undefined || isOutside) return [...tiles]
  const place = placeOf(to)
  return tiles.map((tile) => {
    if (tile.code === code) return { code, row: to.row, column: to.column }
    return placeOf(tile) === place ? { code: tile.code, row: moved.row, column: moved.column } : tile
  })
}

function placeOf({ row, column }: { row: number; column: number }): string {
  return `${row},${column}`
}
