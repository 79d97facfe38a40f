import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { t, textOf } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { EmptyState } from '../../components/feedback/EmptyState'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import { momentText } from '../../components/values/momentText'

/** How files are read because the clerk explained one like them; each can be forgotten. */
export function LayoutsView({ onSaid }: { onSaid(text: string): void }) {
  const queries = useQueryClient()
  const { data } = useQuery({ queryKey: ['importLayouts'], queryFn: () => callBridge('imports.layouts', {}), gcTime: 0 })
  const forget = useMutation({
    mutationFn: ({ id }: { id: string; fileName: string }) => callBridge('imports.forgetLayout', { id }),
    onSuccess: async (_done, { fileName }) => {
      onSaid(t('imports.layout.forgotten', { file: fileName }))
      await queries.invalidateQueries({ queryKey: ['importLayouts'] })
    },
  })
  const layouts = data?.layouts ?? []
  return (
    <section className="import-centre">
      {forget.error === null ? null : <FailureBanner text={failureText(forget.error)} />}
      {data && layouts.length === 0 ? <EmptyState text={t('imports.layout.empty')} /> : (
        <div className="import-scroll">
          <table className="batch-table layout-table">
            <thead>
              <tr>
                <th>{t('imports.layout.learntFrom')}</th><th>{t('imports.layout.sheet')}</th><th>{t('imports.batch.kind')}</th><th>{t('imports.fact.district')}</th>
                <th>{t('imports.layout.holds')}</th><th>{t('imports.batch.at')}</th><th>{t('imports.batch.operator')}</th><th />
              </tr>
            </thead>
            <tbody>
              {layouts.map(({ id, fileName, sheet, kind, district, columns, imported, answers, at, operator }) => (
                <tr key={id}>
                  <td><span className="cut" title={fileName}>{fileName}</span></td>
                  <td><span className="cut" title={sheet ?? ''}>{sheet ?? '—'}</span></td>
                  <td>{textOf(`kind.${kind}`)}</td>
                  <td>{district ?? '—'}</td>
                  <td className="secondary">{t('imports.layout.counts', { columns, imported, answers })}</td>
                  <td>{momentText(at)}</td>
                  <td>{operator === '' ? '—' : operator}</td>
                  <td className="batch-tools"><Button size="small" onClick={() => forget.mutate({ id, fileName })}>{t('imports.layout.forget')}</Button></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
