import { useState } from 'react'
import { t } from '../../../shared/text/t'
import { failureText } from '../../bridge/failureText'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import { BackupSection } from './BackupSection'
import { HistorySection } from './HistorySection'
import { LookSection } from './LookSection'
import { OfficeSection } from './OfficeSection'
import { PlacesSection } from './PlacesSection'
import { PolicySection } from './PolicySection'
import { SettingsIndex } from './SettingsIndex'
import { TilesSection } from './TilesSection'
import { UpdateSection } from './UpdateSection'
import { useSettings } from './useSettings'
import './settings.css'

interface Props {
  /** Path of the open register; null while there is none. */
  file: string | null
  onOpenOther(): void
  onNewRegister(): void
  /** Section that another page asks for. */
  section: string | null
}

/** What the clerk can set: her office and city, the backups, and how the window looks. */
export function SettingsPage({ file, onOpenOther, onNewRegister, section }: Props) {
  const [box, setBox] = useState<HTMLElement | null>(null)
  return (
    <>
      <div className="page-head"><h1>{t('settings.title')}</h1></div>
      <div className="settings-body">
        <SettingsIndex box={box} />
        <div ref={setBox} className="settings">
          {file === null ? <p className="secondary">{t('settings.noRegister')}</p> : <RegisterSections file={file} onOpenOther={onOpenOther} onNewRegister={onNewRegister} section={section} />}
          <LookSection />
          <UpdateSection />
          <p className="secondary">{t('settings.helpHint')}</p>
        </div>
      </div>
    </>
  )
}

function RegisterSections({ file, onOpenOther, onNewRegister, section }: Props & { file: string }) {
  const { settings, error, save } = useSettings()
  if (error !== null) return <FailureBanner text={failureText(error)} />
  if (settings === null) return <div className="settings-skeleton" />
  return (
    <>
      <OfficeSection file={file} settings={settings} save={save} onOpenOther={onOpenOther} onNewRegister={onNewRegister} />
      <PolicySection settings={settings} save={save} />
      <BackupSection settings={settings} save={save} />
      <PlacesSection key={settings.cityCode + JSON.stringify(settings.districts) + JSON.stringify(settings.zones)} settings={settings} save={save} />
      <TilesSection key={JSON.stringify(settings.tiles)} settings={settings} save={save} isAsked={section === 'tiles'} />
      <HistorySection />
    </>
  )
}
