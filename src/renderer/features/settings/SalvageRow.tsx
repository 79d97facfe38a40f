import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { useAnnounce } from '../../components/feedback/announcement'
import { readable } from '../../components/form/PathField'
import { SettingRow } from './SettingRow'

/** Shown while the register is known to be damaged: a new one of what can be proved, and the list of what cannot. */
export function SalvageRow() {
  const announce = useAnnounce()
  const saving = useMutation({
    async mutationFn() {
      const { file } = await callBridge('shell.chooseRegister', { create: true })
      return file === null ? null : callBridge('backup.salvage', { file: file.endsWith('.bzr') ? file : `${file}.bzr` })
    },
    onSuccess(saved) {
      if (saved === null) return
      const { records, lost, list } = saved
      announce({ text: list === null ? t('salvage.finished', { records, lost }) : t('salvage.finishedList', { records, lost, list: readable(list) }) })
    },
    onError: (error) => announce({ text: failureText(error), isFailure: true }),
  })
  return (
    <SettingRow label="" hint={t('salvage.hint')}>
      {() => <Button loading={saving.isPending} onClick={() => saving.mutate()}>{t('salvage.button')}</Button>}
    </SettingRow>
  )
}
