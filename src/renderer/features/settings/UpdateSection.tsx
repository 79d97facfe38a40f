import { Button } from 'antd'
import type { UpdateState } from '../../../shared/bridge/operations/updateOperations'
import { t, textOf } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import { useConfirm } from '../../components/feedback/useConfirm'
import { DiagnosisRow } from './DiagnosisRow'
import { FoundUpdate } from './FoundUpdate'
import { SettingRow, TextSetting } from './SettingRow'
import { useUpdates, type Updates } from './useUpdates'

/** Which program this is, and how the office's next version comes here: looked for on a click, backed up, kept to go back. */
export function UpdateSection() {
  const updates = useUpdates()
  const { state, error } = updates
  if (state === null) return null
  return (
    <section>
      <h2>{t('update.title')}</h2>
      <SettingRow label={t('update.version')} hint={t(`update.kind.${state.kind}`)}>{() => <span className="selectable">{state.version}</span>}</SettingRow>
      {state.isSigned ? <UpdatePlace state={state} updates={updates} /> : <SettingRow label="">{() => <p className="secondary">{t('update.unsigned')}</p>}</SettingRow>}
      {error === null ? null : <FailureBanner text={failureText(error)} />}
      <NextVersion state={state} updates={updates} />
      <DiagnosisRow />
    </section>
  )
}

function UpdatePlace({ state: { place }, updates }: { state: UpdateState; updates: Updates }) {
  const { placing, checking } = updates
  const choose = async (): Promise<void> => {
    const { folder } = await callBridge('shell.chooseFolder', {})
    if (folder !== null) placing.mutate(folder)
  }
  return (
    <>
      <TextSetting label={t('update.place')} hint={place === null ? `${t('update.placeNone')}${t('punctuation.sentence')}${t('update.placeHint')}` : t('update.placeHint')} value={place ?? ''} longest={2_000} onSave={(typed) => placing.mutate(typed === '' ? null : typed)} />
      <SettingRow label="">
        {() => (
          <div className="setting-actions">
            {place === null ? null : <Button loading={checking.isPending} onClick={() => checking.mutate()}>{t('update.check')}</Button>}
            <Button onClick={() => void choose()}>{t('update.choose')}</Button>
            {place === null ? null : <Button type="text" onClick={() => placing.mutate(null)}>{t('update.forget')}</Button>}
          </div>
        )}
      </SettingRow>
      {checking.data === undefined ? null : <FoundUpdate newer={checking.data.newer} updates={updates} />}
    </>
  )
}

/** The version that waits for the next start, and the one to go back to. */
function NextVersion({ state: { next, previous }, updates: { goingBack, restart } }: { state: UpdateState; updates: Updates }) {
  const { ask, holder } = useConfirm()
  const goBack = async (version: string): Promise<void> => {
    if (await ask({ title: t('update.backConfirm', { version }), text: t('update.backHint'), ok: textOf('update.back', { version }), cancel: t('update.backKeep') })) goingBack.mutate(version)
  }
  return (
    <>
      {holder}
      {next === null ? null : <SettingRow label="" hint={t('update.ready', { version: next })}>{() => <Button type="primary" onClick={restart}>{t('update.restart')}</Button>}</SettingRow>}
      {previous === null || previous === next ? null : (
        <SettingRow label="" hint={t('update.backHint')}>{() => <Button loading={goingBack.isPending} onClick={() => void goBack(previous)}>{t('update.back', { version: previous })}</Button>}</SettingRow>
      )}
    </>
  )
}
