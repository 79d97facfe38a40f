import { z } from 'zod'
import { mostTileLines, type Tile } from '../../../shared/domain/tileMap/placeTiles'

const line = z.int().min(0).max(mostTileLines - 1)
const editedTiles = z.array(z.object({ code: z.string(), row: line, column: line }))

/** The office's own squares, as register_info keeps them (JSON). Null where there are none, or none that can be read. */
export function parseTiles(json: string | null): Tile[] | null {
  if (json === null || json === '') return null
  try {
    return editedTiles.parse(JSON.parse(json))
  } catch {
    return null
  }
}
