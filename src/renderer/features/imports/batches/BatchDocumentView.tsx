import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { BatchDocument, DocumentRow } from '../../../../shared/bridge/batches'
import { rowVerdicts, type RowVerdict } from '../../../../shared/bridge/imports'
import { t, textOf } from '../../../../shared/text/t'
import { callBridge } from '../../../bridge/bridgeClient'
import { failureText } from '../../../bridge/failureText'
import { TabStrip } from '../../../components/controls/TabStrip'
import { FailureBanner } from '../../../components/feedback/FailureBanner'
import { SidePanel } from '../../../components/panels/SidePanel'
import { messageOf } from '../../../../shared/text/failureText'
import type { Failure } from '../../../../shared/domain/result'
import { toneOf } from '../importWords'
import { PasswordForm } from '../PasswordForm'
import { VerdictMark } from '../rows/VerdictMark'
import { DocumentFacts } from './DocumentFacts'
import { DocumentRowNote } from './DocumentRowNote'
import { DocumentTable } from './DocumentTable'
import { useDocumentRows } from './useDocumentRows'
import './batches.css'

/** A row of a sheet that is asked for. */
export interface DocumentPlace { sheet: string | null; row: number }

interface Props {
  batch: number
  place: DocumentPlace | null
}

/** A batch as a document: its sheets as they stood in the file, and what became of every row. */
export function BatchDocumentView({ batch, place }: Props) {
  const [password, setPassword] = useState<string>()
  const { data, error, dataUpdatedAt } = useQuery({
    queryKey: ['batch', batch, 'document', password], queryFn: () => callBridge('batches.document', { batch, ...(password === undefined ? {} : { password }) }), gcTime: 0, staleTime: Infinity, retry: false,
  })
  useEffect(() => () => void callBridge('batches.close', { batch }), [batch])
  if (error !== null) return <FailureBanner text={failureText(error)} />
  if (!data) return <div className="import-body" />
  return <OpenedDocument key={dataUpdatedAt} document={data} opened={dataUpdatedAt} place={place} onUnlock={setPassword} />
}

interface Shown { place: number; row: DocumentRow }

function OpenedDocument({ document, opened, place, onUnlock }: { document: BatchDocument; opened: number; place: DocumentPlace | null; onUnlock(password: string): void }) {
  const { batch, sheets } = document
  const [sheet, setSheet] = useState(0)
  const [verdict, setVerdict] = useState<RowVerdict>()
  const [chosen, setChosen] = useState<Shown | null>(null)
  const [asked, setAsked] = useState<number | null>(null)
  const rows = useDocumentRows(batch, opened, sheet, verdict)
  const shown = sheets[sheet]

  useEffect(() => {
    if (place === null) return undefined
    let isWanted = true
    void callBridge('batches.place', { batch, ...place }).then((found) => {
      if (!isWanted) return
      setSheet(found.sheet)
      setVerdict(undefined)
      setAsked(found.place)
    }, () => undefined) // a sheet that was not taken in has no rows here
    return () => { isWanted = false }
  }, [batch, place])

  const askedRow = asked === null ? undefined : rows.row(asked)
  const current = chosen ?? (asked !== null && askedRow ? { place: asked, row: askedRow } : null)
  const choose = (next: Shown | null): void => {
    setChosen(next)
    if (next === null) setAsked(null)
  }
  return (
    <div className="import-body">
      <section className="import-centre">
        <div className="import-bar">
          <strong className="cut" title={document.file}>{document.file}</strong>
          <span className="secondary">{t('batch.title', { batch })}</span>
          {document.state === 'undone' ? <span className="secondary">{t('imports.batch.undone')}</span> : null}
        </div>
        <Original document={document} onUnlock={onUnlock} />
        <Verdicts sheet={shown} verdict={verdict} isReading={rows.isReading} onVerdict={(next) => { setVerdict(next); choose(null) }} />
        <DocumentTable rows={rows} listKey={`${batch} ${sheet} ${verdict ?? ''}`} current={current?.place ?? null} shown={asked} onChoose={(at, row) => choose({ place: at, row })} />
        {sheets.length < 2 ? null : (
          <TabStrip
            label={t('received.sheets')} className="sheet-tabs" current={sheet} onChoose={(index) => { setSheet(index); choose(null) }}
            tabs={sheets.map(({ index, name }) => ({ id: index, text: <span className="cut">{name ?? document.file}</span> }))}
          />
        )}
      </section>
      <SidePanel className="import-side" label={t('batch.title', { batch })}>
        {current === null ? <section><p className="secondary">{t('batch.rowHint')}</p></section> : <DocumentRowNote batch={batch} opened={opened} sheet={sheet} row={current.row} />}
        <DocumentFacts document={document} sheet={shown} />
      </SidePanel>
    </div>
  )
}

/** Why the file itself is not to be seen, and what to do; nothing when it is. */
function Original({ document: { original }, onUnlock }: { document: BatchDocument; onUnlock(password: string): void }) {
  if (original === null) return null
  const reason = messageOf({ ...original, at: {} } as Failure) // codes come from the register's own list
  if (original.code === 'encrypted' || original.code === 'wrong_password') return <PasswordForm failure={reason} onUnlock={onUnlock} />
  return <FailureBanner text={t('batch.noOriginal', { reason: /[。！？.]$/u.test(reason) ? reason : `${reason}${t('punctuation.sentence').trimEnd()}` })} />
}

function Verdicts({ sheet, verdict, isReading, onVerdict }: { sheet: BatchDocument['sheets'][number] | undefined; verdict: RowVerdict | undefined; isReading: boolean; onVerdict(verdict: RowVerdict | undefined): void }) {
  const counts = sheet?.verdicts ?? {}
  return (
    <div className="verdict-chips" role="toolbar" aria-label={t('imports.verdict')}>
      <button type="button" className="plain" aria-pressed={verdict === undefined} onClick={() => onVerdict(undefined)}>{t('batch.all')}</button>
      {rowVerdicts.filter((each) => (counts[each] ?? 0) > 0).map((each) => (
        <button key={each} type="button" className="plain" aria-pressed={verdict === each} onClick={() => onVerdict(each)}>
          <VerdictMark tone={toneOf[each]} word={textOf(`rowVerdict.${each}`)} /> <b>{counts[each]}</b>
        </button>
      ))}
      {isReading ? <span className="secondary">{t('batch.reading')}</span> : null}
    </div>
  )
}
