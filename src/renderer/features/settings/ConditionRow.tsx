import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { RegisterCondition } from '../../../shared/bridge/operations/conditionOperations'
import { t } from '../../../shared/text/t'
import { callBridge, isCancelled } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { useAnnounce } from '../../components/feedback/announcement'
import { problemText } from '../../components/values/problemText'
import { instantText } from '../../components/values/instantText'
import { SalvageRow } from './SalvageRow'
import { SettingRow } from './SettingRow'

/** When the register was last looked at wholly, a button to do it now, and what can be done where it is damaged. */
export function ConditionRow() {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const { data } = useQuery({ queryKey: ['condition.status'], queryFn: () => callBridge('condition.status', {}) })
  const problem = data?.problem ?? null
  const button = useRef<HTMLButtonElement>(null)
  // Whoever comes here because of the damage looks for this and the backups beside it.
  useEffect(() => {
    if (problem !== null) button.current?.closest('section')?.scrollIntoView()
  }, [problem])
  const checking = useMutation({
    mutationFn: () => callBridge('condition.check', {}),
    onSuccess(after) {
      queries.setQueryData(['condition.status'], after)
      if (after.problem === null) announce({ text: t('condition.done') })
    },
    onError: (error) => {
      if (!isCancelled(error)) announce({ text: failureText(error), isFailure: true })
    },
  })
  return (
    <>
      <SettingRow label={t('condition.label')} hint={stateText(data)}>
        {(id) => <Button ref={button} id={id} loading={checking.isPending} onClick={() => checking.mutate()}>{t('condition.run')}</Button>}
      </SettingRow>
      {problem === null ? null : <SalvageRow />}
    </>
  )
}

function stateText(condition: RegisterCondition | undefined): string {
  if (condition === undefined) return ''
  if (condition.problem !== null) return t('condition.damaged', { problem: problemText(condition.problem) })
  return condition.checkedAt === null ? t('condition.never') : t('condition.sound', { at: instantText(condition.checkedAt) })
}
