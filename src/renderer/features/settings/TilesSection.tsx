import { Button } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { mostTileLines, moveTile, type Tile } from '../../../shared/domain/tileMap/placeTiles'
import { t } from '../../../shared/text/t'
import type { RegisterSettings, SaveSetting } from './useSettings'

interface Props {
  settings: RegisterSettings
  save: SaveSetting
  /** Another page sent the clerk here. */
  isAsked: boolean
}

/** Where the districts stand on the schematic map of the ranking page; kept together when all are in place. */
export function TilesSection({ settings, save, isAsked }: Props) {
  const section = useRef<HTMLElement>(null)
  const [edited, setEdited] = useState<readonly Tile[] | null>(null)
  const tiles = edited ?? settings.tiles
  const keep = (change: readonly Tile[] | null): void => save(t('settings.tiles'), { tiles: change === null ? null : [...change] }, { tiles: settings.tiles })
  useEffect(() => { if (isAsked) section.current?.scrollIntoView() }, [isAsked])
  return (
    <section ref={section}>
      <h2>{t('settings.tiles')}</h2>
      <p className="secondary">{t('settings.tilesHint')}</p>
      <TileGrid tiles={tiles} nameOf={(code) => settings.districts.find((district) => district.code === code)?.name ?? code} onChange={setEdited} />
      <div className="setting-actions">
        <Button type="primary" disabled={edited === null} onClick={() => { if (edited !== null) keep(edited) }}>{t('settings.tilesKeep')}</Button>
        <Button disabled={edited === null} onClick={() => setEdited(null)}>{t('settings.discard')}</Button>
        <Button type="text" onClick={() => keep(null)}>{t('settings.tilesProposed')}</Button>
      </div>
    </section>
  )
}

interface GridProps {
  tiles: readonly Tile[]
  nameOf(code: string): string
  onChange(tiles: readonly Tile[]): void
}

const steps: Readonly<Record<string, readonly [row: number, column: number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }

/** A square is taken by a click or the focus, and goes where another click or an arrow says; what stands there changes places with it. */
function TileGrid({ tiles, nameOf, onChange }: GridProps) {
  const [taken, setTaken] = useState<string | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const rows = Math.min(mostTileLines, Math.max(...tiles.map(({ row }) => row)) + 2)
  const columns = Math.min(mostTileLines, Math.max(...tiles.map(({ column }) => column)) + 2)

  useEffect(() => {
    // The keyboard stays with the square that was moved.
    if (taken !== null && box.current?.contains(document.activeElement)) box.current.querySelector<HTMLElement>(`[data-code="${taken}"]`)?.focus()
  }, [tiles, taken])

  const press = (row: number, column: number, code: string | undefined): void => {
    if (taken === null || taken === code) setTaken(taken === code ? null : (code ?? null))
    else {
      onChange(moveTile(tiles, taken, { row, column }))
      setTaken(null)
    }
  }
  const onKeyDown = (event: KeyboardEvent, tile: Tile): void => {
    const step = steps[event.key]
    if (step === undefined) return
    setTaken(tile.code)
    onChange(moveTile(tiles, tile.code, { row: tile.row + step[0], column: tile.column + step[1] }))
    event.preventDefault()
  }
  return (
    <div ref={box} className="tile-grid" role="group" aria-label={t('settings.tilesGrid')} style={{ gridTemplateColumns: `repeat(${columns}, 76px)` }}>
      {Array.from({ length: rows * columns }, (_, at) => {
        const [row, column] = [Math.floor(at / columns), at % columns]
        const tile = tiles.find((known) => known.row === row && known.column === column)
        const place = { row: row + 1, column: column + 1 }
        return tile === undefined ? (
          <button key={at} type="button" className="plain tile-place" tabIndex={taken === null ? -1 : 0} aria-label={t('settings.tilesEmpty', place)} onClick={() => press(row, column, undefined)} />
        ) : (
          <button
            key={at} type="button" className="plain tile-place is-taken" data-code={tile.code} aria-pressed={tile.code === taken} aria-label={t('settings.tilesAt', { name: nameOf(tile.code), ...place })}
            onClick={() => press(row, column, tile.code)} onKeyDown={(event) => onKeyDown(event, tile)}
          >
            <span className="cut">{nameOf(tile.code)}</span>
          </button>
        )
      })}
    </div>
  )
}
