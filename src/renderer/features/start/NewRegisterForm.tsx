import { Button, Input } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { PlacesEditor } from '../../components/places/PlacesEditor'
import { CitySelect } from '../../components/places/CitySelect'
import { PathField } from '../../components/form/PathField'
import type { RegisterChoice } from './useRegisterChoice'
import type { useNewRegister } from './useNewRegister'

interface Props {
  form: ReturnType<typeof useNewRegister>
  choice: RegisterChoice
}

/** Whose register it is and where it lies; everything is proposed, so that the button can be pressed at once. */
export function NewRegisterForm({ form, choice }: Props) {
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
      <Row label={t('settings.place')} hint={t('settings.placeHint')}>
        {(id) => <PathField id={id} path={values.file} buttonText={t('settings.change')} onChoose={() => void chooseFile()} />}
      </Row>
      <Row label={t('settings.backupFolder')} hint={t('settings.backupHint')}>
        {(id) => <PathField id={id} path={values.backupFolder ?? ''} placeholder={t('start.noFolder')} buttonText={t('settings.change')} onChoose={() => void chooseBackup()} />}
      </Row>
      <div className="start-actions">
        <Button type="primary" htmlType="submit" disabled={!form.isReady} loading={form.making.isPending} onClick={() => form.making.mutate()}>{t('start.create')}</Button>
        <Button disabled={choice.isBusy} onClick={() => choice.choose(false)}>{t('start.open')}</Button>
      </div>
    </form>
  )
}

function Row({ label, hint, children }: { label: string; hint: ReactNode; children(id: string): ReactNode }) {
  const id = useId()
  return (
    <div className="start-row">
      <label htmlFor={id}>{label}</label>
      <div>
        {children(id)}
        <p className="secondary">{hint}</p>
      </div>
    </div>
  )
}
