import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Segmented, Select } from 'antd'
import { languageChoices, themes, zoomSteps, type Preferences } from '../../../shared/bridge/operations/shellOperations'
import { t, textOf } from '../../../shared/text/t'
import { callBridge, useBridgeEvent } from '../../bridge/bridgeClient'
import { SettingRow } from './SettingRow'

const key = ['shell.preferences']

/** How the window looks on this computer. */
export function LookSection() {
  const queries = useQueryClient()
  // The menu and the keyboard change them too, while this page is away.
  const { data } = useQuery({ queryKey: key, queryFn: () => callBridge('shell.preferences', {}), refetchOnMount: 'always' })
  useBridgeEvent('preferences.changed', (changed) => queries.setQueryData(key, changed))
  const set = (change: Partial<Preferences>): void => void callBridge('shell.setPreferences', change)
  return (
    <section>
      <h2>{t('settings.look')}</h2>
      <SettingRow label={t('settings.theme')}>
        {() => <Segmented aria-label={t('settings.theme')} value={data?.theme ?? 'system'} options={themes.map((theme) => ({ value: theme, label: textOf(`settings.theme.${theme}`) }))} onChange={(theme) => set({ theme })} />}
      </SettingRow>
      <SettingRow label={t('settings.language')} hint={t('settings.languageHint')}>
        {() => <Segmented aria-label={t('settings.language')} value={data?.language ?? 'zh-CN'} options={languageChoices.map((choice) => ({ value: choice, label: textOf(`settings.language.${choice}`) }))} onChange={(chosen) => set({ language: chosen })} />}
      </SettingRow>
      <SettingRow label={t('settings.zoom')} hint={t('settings.zoomHint')}>
        {(id) => <Select id={id} className="setting-zoom" value={data?.zoomPercent ?? 100} options={zoomSteps.map((percent) => ({ value: percent as number, label: `${percent}%` }))} onChange={(zoomPercent) => set({ zoomPercent })} />}
      </SettingRow>
    </section>
  )
}
