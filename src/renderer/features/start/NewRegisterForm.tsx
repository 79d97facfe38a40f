import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { populationChoices } from '../../../shared/bridge/operations/settingsOperations'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { PlacesEditor } from '../../components/places/PlacesEditor'
import { CitySelect } from '../../components/places/CitySelect'
import { PathField } from '../../components/form/PathField'
import { StartRow as Row } from './StartRow'
import type { RegisterChoice } from './useRegisterChoice'
import type { useNewRegister } from './useNewRegister'

interface Props {
  form: ReturnType<typeof useNewRegister>
  choice: RegisterChoice
  onRestore(): void
}

/** Whose register it is and where it lies; everything is proposed, so that the button can be pressed at once. */
export function NewRegisterForm({ form, choice, onRestore }: Props) {
  const { values, cities, change, chooseCity } = form
  const [showsPlaces, setShowsPlaces] = useState(false)
  const count = values.places?.districts.length ?? 0
  const chooseFile = async (): Promise<void> => {
    const { file } = await callBridge('shell.chooseRegister', { create: true })
    if (file !== null) change({ file: file.endsWith('.bzr') ? file : `${file}.bzr` })
  }
  const chooseBackup = async (): Promise<void> => {
    const { folder } = await callBridge('shell.chooseFolder', {})
    if (folder !== null) change({ backupFolder: folder })
  }
  return (
    <form className="start-form" onSubmit={(event) => event.preventDefault()}>
      <Row label={t('settings.city')} hint={<>{t('settings.cityHint', { count })} <button type="button" className="plain link" aria-expanded={showsPlaces} onClick={() => setShowsPlaces(!showsPlaces)}>{t(showsPlaces ? 'start.closeDistricts' : 'start.editDistricts')}</button></>}>
        {(id) => <CitySelect id={id} hasFocus value={values.cityCode} cities={cities} onChoose={chooseCity} />}
      </Row>
      {showsPlaces && values.places !== null ? <div className="start-places"><PlacesEditor rows={values.places} onChange={(places) => change({ places })} /></div> : null}
      <Row label={t('settings.officeName')} hint={t('settings.officeHint')}>
        {(id) => <Input id={id} maxLength={60} value={values.officeName} onChange={(event) => change({ officeName: event.target.value })} />}
      </Row>
      <Row label={t('settings.operator')} hint={t('settings.operatorHint')}>
        {(id) => <Input id={id} maxLength={30} value={values.operator} placeholder={t('start.operatorPlaceholder')} onChange={(event) => change({ operator: event.target.value })} />}
      </Row>
      <Row label={t('settings.place')} hint={form.placeWarning === null ? t('settings.placeHint') : <span className="start-warning" role="alert">{t(`place.${form.placeWarning}`)}</span>}>
        {(id) => <PathField id={id} path={values.file} buttonText={t('settings.change')} onChoose={() => void chooseFile()} />}
      </Row>
      <Row label={t('settings.backupFolder')} hint={t('settings.backupHint')}>
        {(id) => <PathField id={id} path={values.backupFolder ?? ''} placeholder={t('start.noFolder')} buttonText={t('settings.change')} onChoose={() => void chooseBackup()} />}
      </Row>
      <Row label={t('settings.population')} hint={t('settings.populationHint')}>
        {(id) => <Select id={id} value={values.population} onChange={(population) => change({ population })} options={populationChoices.map((value) => ({ value, label: t(`settings.population.${value}`) }))} />}
      </Row>
      <div className="start-actions">
        <Button type="primary" htmlType="submit" disabled={!form.isReady} loading={form.making.isPending} onClick={() => form.making.mutate()}>{t('start.create')}</Button>
        <Button disabled={choice.isBusy} onClick={() => choice.choose(false)}>{t('start.open')}</Button>
        <Button type="link" className="start-restore-link" onClick={onRestore}>{t('start.restore')}</Button>
      </div>
    </form>
  )
}
