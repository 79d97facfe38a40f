import { Button } from 'antd'
import type { NewerVersion } from '../../../shared/bridge/operations/updateOperations'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { readable } from '../../components/form/PathField'
import { printFigure } from '../../components/values/printFigure'
import { SettingRow } from './SettingRow'
import type { InstalledUpdate, Updates } from './useUpdates'

/** What lies at the office's place: nothing newer, or a version with what is new in it and the one button. */
export function FoundUpdate({ newer, updates: { installing } }: { newer: NewerVersion | null; updates: Updates }) {
  if (newer === null) return <SettingRow label="">{() => <p role="status">{t('update.newest')}</p>}</SettingRow>
  const { version, releasedOn, notes, bytes } = newer
  return (
    <SettingRow label="" hint={bytes === null ? t('update.noPackage') : t('update.installHint')}>
      {() => (
        <div className="update-found">
          <p role="status">{t('update.newer', { version, date: releasedOn })}{bytes === null ? '' : `${t('punctuation.clause')}${t('update.size', { mb: printFigure(Math.ceil(bytes / 1_000_000), 0) })}`}</p>
          <p className="secondary update-notes selectable">{notes}</p>
          {bytes === null ? null : installing.data === undefined ? <InstallButton version={version} installing={installing} /> : <Done done={installing.data} />}
        </div>
      )}
    </SettingRow>
  )
}

function InstallButton({ version, installing }: { version: string; installing: Updates['installing'] }) {
  return (
    <div className="setting-actions">
      <Button type="primary" loading={installing.isPending} onClick={() => installing.mutate(version)}>{t(installing.isPending ? 'update.installing' : 'update.install')}</Button>
      {installing.isPending ? <Button onClick={() => void callBridge('update.cancel', {})}>{t('update.cancel')}</Button> : null}
    </div>
  )
}

function Done({ done: { how, file, keptAs } }: { done: InstalledUpdate }) {
  return (
    <>
      {keptAs === null ? null : <p className="secondary" title={keptAs}>{t('update.keptAs', { file: readable(keptAs) })}</p>}
      {how === 'installer' ? <p role="status">{t('update.installer')}</p> : null}
      {how === 'handed' && file !== null ? (
        <p role="status">{t('update.handed', { file: readable(file) })} <button type="button" className="plain link" onClick={() => void callBridge('shell.showInFolder', { file })}>{t('update.showFile')}</button></p>
      ) : null}
    </>
  )
}
