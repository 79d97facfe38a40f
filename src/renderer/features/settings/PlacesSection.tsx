import { Button } from 'antd'
import { useState } from 'react'
import { t } from '../../../shared/text/t'
import { PlacesEditor } from '../../components/places/PlacesEditor'
import { inCodeOrder, placeFaults, type PlaceRows } from '../../components/places/placeRows'
import type { RegisterSettings, SaveSetting } from './useSettings'

/** The districts and zones of the city; kept together, since a half changed list would count wrongly. */
export function PlacesSection({ settings, save }: { settings: RegisterSettings; save: SaveSetting }) {
  const stored: PlaceRows = { districts: settings.districts, zones: settings.zones }
  const [edited, setEdited] = useState<PlaceRows | null>(null)
  const rows = edited ?? stored
  const isFaulty = placeFaults(rows).size > 0
  return (
    <section>
      <h2>{t('settings.districts')}</h2>
      <p className="secondary">{t('settings.districtsHint')}</p>
      <PlacesEditor rows={rows} onChange={setEdited} />
      <div className="setting-actions">
        <Button type="primary" disabled={edited === null || isFaulty} onClick={() => save(t('settings.districts'), { places: inCodeOrder(rows) }, { places: stored })}>{t('settings.save')}</Button>
        <Button disabled={edited === null} onClick={() => setEdited(null)}>{t('settings.discard')}</Button>
        <Button type="text" onClick={() => save(t('settings.districts'), { places: null }, { places: stored })}>{t('settings.proposed')}</Button>
      </div>
    </section>
  )
}
