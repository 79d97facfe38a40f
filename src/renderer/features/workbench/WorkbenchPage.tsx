import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useEffect, useState } from 'react'
import type { Workbench, WorkbenchFigure } from '../../../shared/bridge/workbench'
import { twinProblems } from '../../../shared/domain/catalogue/problems'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { useOffered } from '../../bridge/useOffered'
import { PageControl } from '../../components/controls/PageControl'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import { populationLabel } from '../../components/values/populationLabel'
import { printFigure } from '../../components/values/printFigure'
import { BackupLines } from './BackupLines'
import { ChangesPanel } from './ChangesPanel'
import { DistrictReports } from './DistrictReports'
import { DoctorPanel } from './DoctorPanel'
import { DueTable } from './DueTable'
import { FigureCard } from './FigureCard'
import { figureUnit } from './figureUnit'
import type { OpenList } from './openList'
import { LapseTable } from './LapseTable'
import { PlaceChanges } from './PlaceChanges'
import { Attention, Notes, Questions, RecentImports } from './WaitingLists'
import { TwinsPage } from './twins/TwinsPage'
import { WorklistPanel } from './WorklistPanel'
import './workbench.css'

interface Props {
  onStatus(text: string): void
  /** Goes to another page of the program. */
  onGo(page: 'imports' | 'ranking'): void
  /** The problem whose records are asked for side by side. */
  asked: string | null
}

/** The first page: what the leader asks for, and what there is to do today. */
export function WorkbenchPage({ onStatus, onGo, asked }: Props) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [twins, setTwins] = useState(twinProblems.find((problem) => problem === asked) ?? null)
  const [side, setSide] = useState<OpenList | 'doctor' | 'changes' | null>(twins === null ? null : 'doctor')
  const list = typeof side === 'string' ? null : side
  const offered = useOffered()
  const period = chosen ?? offered.data?.period ?? null
  const page = useQuery({
    queryKey: ['counting.workbench', period], queryFn: period === null ? skipToken : () => callBridge('counting.workbench', { period }), placeholderData: keepPreviousData,
  })
  const data = page.data
  useEffect(() => {
    if (data && twins === null) onStatus(t('workbench.status', { standards: printFigure(data.counts['standards'] ?? 0), patents: printFigure(data.counts['patents'] ?? 0), trademarks: printFigure(data.counts['trademarks'] ?? 0), units: printFigure(data.counts['units'] ?? 0) }))
  }, [data, twins, onStatus])

  const openFigure = (figure: WorkbenchFigure): void => setSide({
    figure: figure.id,
    title: `${t(`workbench.figure.${figure.id}`)}　${printFigure(figure.value, figure.decimals)} ${figureUnit(figure)}`,
    question: { name: 'counting.records', input: { indicator: figure.indicator, filters: figure.filters, row: null, choice: { period: period ?? '' } } },
  })
  const hasCircular = data?.figures.some(({ received }) => received !== null) ?? false
  const basis = data ? [basisText(data.population), ...(data.hasSamples ? [t('workbench.samples')] : [])].join(t('punctuation.sentence')) : ''
  if (twins !== null) return <TwinsPage problem={twins} onBack={() => setTwins(null)} onStatus={onStatus} />
  return (
    <>
      <div className="page-head no-print">
        <h1>{t('nav.workbench')}</h1>
        {period === null || offered.data === undefined ? null : (
          <PageControl name={t('workbench.period')} width={156}>
            <Select value={period} onChange={setChosen} popupMatchSelectWidth={false} options={[...new Set([period, ...offered.data.years.map(String)])].map((year) => ({ value: year, label: t('workbench.year', { year }) }))} />
          </PageControl>
        )}
        <span className="secondary cut" title={basis}>{basis}</span>
        <span className="page-head-end"><Button disabled={data === undefined} onClick={() => window.print()}>{t('workbench.print')}</Button><Button type="primary" onClick={() => onGo('imports')}>{t('workbench.import')}</Button></span>
      </div>
      {offered.isError || page.isError ? <FailureBanner text={failureText(offered.error ?? page.error)} /> : null}
      <div className="workbench">
        {data === undefined ? null : <Brief data={data} basis={basis} />}
        <div className="leader-figures">
          {data === undefined ? Array.from({ length: 7 }, (_, index) => <section key={index} className="leader-figure" aria-hidden><span className="skeleton-line" /></section>) : data.figures.map((figure) => (
            <FigureCard key={figure.id} figure={figure} hasCircular={hasCircular} isOpen={list?.figure === figure.id} onOpen={() => openFigure(figure)} onImport={() => onGo('imports')} />
          ))}
        </div>
        {data === undefined || period === null ? null : (
          <div className="workbench-body">
            <div className="workbench-column">
              <DueTable due={data.due} today={data.today} onOpen={setSide} />
              <LapseTable onOpen={setSide} />
              <PlaceChanges period={period} onOpenRanking={() => onGo('ranking')} />
            </div>
            <div className="workbench-column">
              <DistrictReports period={period} today={data.today} onOpen={setSide} />
              <div className="no-print">
                <Questions page={data} />
                <Notes notes={data.notes} />
              </div>
            </div>
            {side === 'doctor' ? <DoctorPanel today={data.today} onOpen={setSide} onTwins={setTwins} onClose={() => setSide(null)} /> : null}
            {side === 'changes' ? <ChangesPanel today={data.today} onClose={() => setSide(null)} /> : null}
            {side === null ? (
              <div className="workbench-column no-print">
                <RecentImports page={data} onImports={() => onGo('imports')} onChanges={() => setSide('changes')} />
                <BackupLines />
                <Attention attention={data.attention} onOpen={setSide} onAll={() => setSide('doctor')} />
              </div>
            ) : null}
            {list === null ? null : <WorklistPanel key={JSON.stringify(list.question)} list={list} onClose={() => setSide(null)} />}
          </div>
        )}
      </div>
    </>
  )
}

/** What stands over the figures on paper. */
function Brief({ data: { periodText, today }, basis }: { data: Workbench; basis: string }) {
  const { data: settings } = useQuery({ queryKey: ['settings.get'], queryFn: () => callBridge('settings.get', {}) })
  return (
    <header className="print-only">
      <p>{settings?.officeName}</p>
      <h1>{t('workbench.brief', { period: periodText })}</h1>
      <p>{t('workbench.briefBasis', { basis, day: today })}</p>
    </header>
  )
}

function basisText(population: string | null): string {
  return population === null ? t('workbench.basisNoPopulation') : t('workbench.basis', { population: populationLabel(population) })
}
