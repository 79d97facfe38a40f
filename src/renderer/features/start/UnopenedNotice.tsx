import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { RegisterStatus } from '../../../shared/bridge/contract'
import { sentenceOf } from '../../../shared/text/failureText'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { chooseAndSalvage } from '../../bridge/chooseAndSalvage'
import { failureText } from '../../bridge/failureText'
import { useAnnounce } from '../../components/feedback/announcement'
import { NoticeBar } from '../../components/feedback/NoticeBar'
import { salvagedText } from '../../components/feedback/salvagedText'
import { readable } from '../../components/form/PathField'

interface Props {
  unopened: NonNullable<RegisterStatus['unopened']>
  onRestore(): void
}

/** Which register could not be opened and why, with what can be done: again, from a backup, or what is left of it. */
export function UnopenedNotice({ unopened: { file, code, details }, onRestore }: Props) {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const opening = useMutation({ mutationFn: () => callBridge('register.open', { file, create: false }), onSettled: () => queries.invalidateQueries() })
  const saving = useMutation({
    async mutationFn() {
      const saved = await chooseAndSalvage(file)
      if (saved !== null) await callBridge('register.open', { file: saved.file, create: false })
      return saved
    },
    async onSuccess(saved) {
      if (saved === null) return
      await queries.invalidateQueries()
      announce({ text: salvagedText(saved) })
    },
    onError: (error) => announce({ text: failureText(error), isFailure: true }),
  })
  const isBusy = opening.isPending || saving.isPending
  const actions = [
    { text: t('unopened.retry'), run: () => opening.mutate() },
    ...(code === 'register_damaged' ? [{ text: t('start.restore'), run: onRestore }, { text: t('salvage.button'), run: () => saving.mutate() }] : []),
  ]
  return <NoticeBar text={t('unopened.why', { file: readable(file), why: sentenceOf(code, details) })} actions={isBusy ? [] : actions} />
}
