import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { t } from '../../../shared/text/t'
import { chooseAndSalvage } from '../../bridge/chooseAndSalvage'
import { failureText } from '../../bridge/failureText'
import { useAnnounce } from '../../components/feedback/announcement'
import { salvagedText } from '../../components/feedback/salvagedText'
import { SettingRow } from './SettingRow'

/** Shown while the register is known to be damaged: a new one of what can be proved, and the list of what cannot. */
export function SalvageRow() {
  const announce = useAnnounce()
  const saving = useMutation({
    mutationFn: () => chooseAndSalvage(null),
    onSuccess: (saved) => {
      if (saved !== null) announce({ text: salvagedText(saved) })
    },
    onError: (error) => announce({ text: failureText(error), isFailure: true }),
  })
  return (
    <SettingRow label="" hint={t('salvage.hint')}>
      {() => <Button loading={saving.isPending} onClick={() => saving.mutate()}>{t('salvage.button')}</Button>}
    </SettingRow>
  )
}
