import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { isTwinProblem, type TwinProblem } from '../../../shared/domain/catalogue/problems'
import { t } from '../../../shared/text/t'
import { callBridge, isCancelled } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { useAnnounce } from '../../components/feedback/announcement'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import { useGoTo } from '../../components/navigation'
import { OpenedPanel } from '../../components/panels/OpenedPanel'
import { recordRoute } from '../../components/records/recordRoute'
import { printFigure } from '../../components/values/printFigure'
import { Looking } from './Looking'
import type { OpenList } from './openList'

interface Props {
  /** Date of the first page, for the name of the file. */
  today: string
  onOpen(list: OpenList): void
  /** Lays records that may be one side by side. */
  onTwins(problem: TwinProblem): void
  onClose(): void
}

/** 数据体检: everything that is wrong or missing with its counts; each line opens the records, all go into a worklist. */
export function DoctorPanel({ today, onOpen, onTwins, onClose }: Props) {
  const announce = useAnnounce()
  const goTo = useGoTo()
  const found = useQuery({ queryKey: ['doctor.problems'], queryFn: () => callBridge('doctor.problems', {}) })
  const exporting = useMutation({
    mutationFn: async () => {
      const { file } = await callBridge('shell.saveWorkbook', { name: t('doctor.fileName', { day: today }) })
      return file === null ? null : callBridge('doctor.export', { file })
    },
    onSuccess: (done) => { if (done !== null) announce({ text: t('doctor.written', { rows: printFigure(done.rows), file: done.file }), file: done.file }) },
  })
  const error: unknown = found.error ?? exporting.error
  const problems = found.data?.problems ?? []
  return (
    <OpenedPanel className="worklist" title={t('workbench.attention')} tools={problems.length === 0 ? null : <Button size="small" loading={exporting.isPending} onClick={() => exporting.mutate()}>{t('doctor.export')}</Button>} onClose={onClose}>
      {error === null || isCancelled(error) ? null : <FailureBanner text={failureText(error)} />}
      <Looking query={found} />
      {found.data === undefined ? null : (
        <ul className="workbench-lines doctor-lines">
          {problems.length === 0 ? <li className="secondary">{t('doctor.fine')}</li> : null}
          {problems.map(({ problem, kind, count, filters }) => {
            const title = t(`doctor.${problem}`)
            return (
              <li key={problem}>
                <span className="doctor-problem">
                  <span className="cut" title={title}>{title}</span>
                  {filters === null ? null : <button type="button" className="plain link" onClick={() => goTo({ route: recordRoute(kind), list: { kind, search: '', filters } })}>{t('doctor.toList')}</button>}
                  {isTwinProblem(problem) ? <button type="button" className="plain link" onClick={() => onTwins(problem)}>{t('twins.open')}</button> : null}
                </span>
                <button type="button" className="plain workbench-number" aria-label={`${title} ${count}`} onClick={() => onOpen({ title: `${title}　${printFigure(count)}`, question: { name: 'counting.worklist', input: { problem } } })}>{printFigure(count)}</button>
              </li>
            )
          })}
        </ul>
      )}
    </OpenedPanel>
  )
}
