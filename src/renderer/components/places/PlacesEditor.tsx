import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { t } from '../../../shared/text/t'
import { joinNames, placeFaults, splitNames, type DistrictRow, type PlaceRows, type ZoneRow } from './placeRows'
import './places.css'

interface Props {
  rows: PlaceRows
  onChange(rows: PlaceRows): void
  /** Zones are left out at the first start of a city that has none. */
  hasZones?: boolean
}

/** The districts of a city and the zones inside them: names, other names, codes. */
export function PlacesEditor({ rows, onChange, hasZones = true }: Props) {
  const faults = placeFaults(rows)
  const { districts, zones } = rows
  const setDistrict = (at: number, change: Partial<DistrictRow>): void => onChange({ ...rows, districts: districts.map((row, index) => (index === at ? { ...row, ...change } : row)) })
  const setZone = (at: number, change: Partial<ZoneRow>): void => onChange({ ...rows, zones: zones.map((row, index) => (index === at ? { ...row, ...change } : row)) })
  return (
    <div className="places">
      <table aria-label={t('settings.districts')}>
        <thead><tr><th className="place-code">{t('settings.districtCode')}</th><th className="place-name">{t('settings.districtName')}</th><th>{t('settings.districtAliases')}</th><th className="place-end" /></tr></thead>
        <tbody>
          {districts.map((row, at) => (
            <tr key={at}>
              <td><Field label={t('settings.districtCode')} value={row.code} fault={faults.get(`districts.${at}.code`)} onChange={(code) => setDistrict(at, { code })} /></td>
              <td><Field label={t('settings.districtName')} value={row.name} fault={faults.get(`districts.${at}.name`)} onChange={(name) => setDistrict(at, { name })} /></td>
              <td><Names value={row.aliases} fault={faults.get(`districts.${at}.aliases`)} onChange={(aliases) => setDistrict(at, { aliases })} /></td>
              <td><Remove name={row.name} isDisabled={districts.length === 1} onClick={() => onChange({ ...rows, districts: districts.filter((_, index) => index !== at) })} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button size="small" icon={<PlusOutlined />} onClick={() => onChange({ ...rows, districts: [...districts, { code: '', name: '', aliases: [] }] })}>{t('settings.addDistrict')}</Button>
      {hasZones ? (
        <>
          <h2>{t('settings.zones')}</h2>
          <p className="secondary">{t('settings.zonesHint')}</p>
          <table aria-label={t('settings.zones')}>
            <thead><tr><th className="place-name">{t('settings.districtName')}</th><th className="place-host">{t('settings.zoneHost')}</th><th>{t('settings.districtAliases')}</th><th className="place-own">{t('settings.zoneOwnRow')}</th><th className="place-end" /></tr></thead>
            <tbody>
              {zones.map((row, at) => (
                <tr key={at}>
                  <td><Field label={t('settings.districtName')} value={row.name} fault={faults.get(`zones.${at}.name`)} onChange={(name) => setZone(at, { name })} /></td>
                  <td><Select size="small" aria-label={t('settings.zoneHost')} value={row.host === '' ? undefined : row.host} status={faults.has(`zones.${at}.host`) ? 'error' : ''} options={districts.map(({ code, name }) => ({ value: code, label: name }))} onChange={(host) => setZone(at, { host })} /></td>
                  <td><Names value={row.aliases} fault={faults.get(`zones.${at}.aliases`)} onChange={(aliases) => setZone(at, { aliases })} /></td>
                  <td><Checkbox aria-label={t('settings.zoneOwnRow')} checked={row.ownRow} onChange={(event) => setZone(at, { ownRow: event.target.checked })} /></td>
                  <td><Remove name={row.name} onClick={() => onChange({ ...rows, zones: zones.filter((_, index) => index !== at) })} /></td>
                </tr>
              ))}
            </tbody>
          </table>
          <Button size="small" icon={<PlusOutlined />} onClick={() => onChange({ ...rows, zones: [...zones, { name: '', host: '', ownRow: false, aliases: [] }] })}>{t('settings.addZone')}</Button>
        </>
      ) : null}
    </div>
  )
}

interface FieldProps {
  label: string
  value: string
  fault: string | undefined
  placeholder?: string
  onChange(value: string): void
  onBlur?(): void
}

function Field({ label, value, fault, placeholder, onChange, onBlur }: FieldProps) {
  return (
    <>
      <Input
        size="small" aria-label={label} value={value} status={fault === undefined ? '' : 'error'} placeholder={placeholder} title={value}
        onChange={(event) => onChange(event.target.value)} onBlur={onBlur}
      />
      {fault === undefined ? null : <p className="place-fault">{fault}</p>}
    </>
  )
}

/** Names are split when the field is left: a separator can be typed like any other sign. */
function Names({ value, fault, onChange }: { value: readonly string[]; fault: string | undefined; onChange(names: string[]): void }) {
  const [typed, setTyped] = useState<string | null>(null)
  const leave = (): void => {
    if (typed !== null) onChange(splitNames(typed))
    setTyped(null)
  }
  return <Field label={t('settings.districtAliases')} value={typed ?? joinNames(value)} fault={fault} placeholder={t('settings.aliasesHint')} onChange={setTyped} onBlur={leave} />
}

function Remove({ name, isDisabled = false, onClick }: { name: string; isDisabled?: boolean; onClick(): void }) {
  const text = t('settings.removeDistrict', { name })
  return <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={text} title={text} disabled={isDisabled} onClick={onClick} />
}
