import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { populationChoices } from '../../../shared/bridge/operations/settingsOperations'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { useConfirm } from '../../components/feedback/useConfirm'
import { readable } from '../../components/form/PathField'
import { CitySelect } from '../../components/places/CitySelect'
import { SettingRow, TextSetting } from './SettingRow'
import type { RegisterSettings, SaveSetting } from './useSettings'

interface Props {
  file: string
  settings: RegisterSettings
  save: SaveSetting
  onOpenOther(): void
  onNewRegister(): void
}

export function OfficeSection({ file, settings, save, onOpenOther, onNewRegister }: Props) {
  const { officeName, operator, population } = settings
  return (
    <section>
      <h2>{t('settings.office')}</h2>
      <CityRow settings={settings} save={save} />
      <TextSetting label={t('settings.officeName')} hint={t('settings.officeHint')} value={officeName} longest={60} isRequired onSave={(text) => save(t('settings.officeName'), { officeName: text }, { officeName })} />
      <TextSetting label={t('settings.operator')} hint={t('settings.operatorHint')} value={operator} longest={30} onSave={(text) => save(t('settings.operator'), { operator: text }, { operator })} />
      <SettingRow label={t('settings.population')} hint={t('settings.populationHint')}>
        {(id) => <Select id={id} value={population} onChange={(chosen) => save(t('settings.population'), { population: chosen }, { population })} options={populationChoices.map((value) => ({ value, label: t(`settings.population.${value}`) }))} />}
      </SettingRow>
      <SettingRow label={t('settings.place')} hint={t('settings.placeHint')}>
        {() => (
          <div className="setting-place">
            <span className="cut selectable" title={file}>{readable(file)}</span>
            <Button onClick={onOpenOther}>{t('settings.openOther')}</Button>
            <Button onClick={onNewRegister}>{t('settings.newRegister')}</Button>
          </div>
        )}
      </SettingRow>
    </section>
  )
}

/** Another city gives every record another place: asked about once there are records. */
function CityRow({ settings, save }: { settings: RegisterSettings; save: SaveSetting }) {
  const { data } = useQuery({ queryKey: ['settings.cities'], queryFn: () => callBridge('settings.cities', {}) })
  const { ask, holder } = useConfirm()
  const back = { cityCode: settings.cityCode, places: { districts: settings.districts, zones: settings.zones } }
  const choose = async (cityCode: string): Promise<void> => {
    const city = data?.cities.find(({ code }) => code === cityCode)?.name ?? ''
    const isSure = !settings.hasRecords || await ask({ title: t('settings.cityChange', { city }), text: t('settings.cityChangeText', { city }), ok: t('settings.cityChangeOk'), cancel: t('settings.keep') })
    if (isSure) save(t('settings.city'), { cityCode }, back)
  }
  return (
    <SettingRow label={t('settings.city')} hint={t('settings.cityHint', { count: settings.districts.length })}>
      {(id) => (
        <>
          {holder}
          <CitySelect id={id} value={settings.cityCode} cities={data?.cities ?? [{ code: settings.cityCode, name: settings.cityName, province: '' }]} onChoose={(code) => void choose(code)} />
        </>
      )}
    </SettingRow>
  )
}
