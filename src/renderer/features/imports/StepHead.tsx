import { CheckOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { t, textOf } from '../../../shared/text/t'
import { PageTitle } from '../../components/panels/PageTitle'

export const importSteps = ['sheet', 'columns', 'rows', 'result'] as const
export type ImportStep = (typeof importSteps)[number]

interface Props {
  current: ImportStep | null
  /** What stands in the place of the files, if anything. */
  title: string | null
  onStep(step: ImportStep): void
  children: ReactNode
}

/** Head of the page: where in the four steps the file is, and what can be done now. */
export function StepHead({ current, title, onStep, children }: Props) {
  const at = current === null ? -1 : importSteps.indexOf(current)
  return (
    <div className="page-head import-head">
      {title === null ? <h1>{t('imports.title')}</h1> : <PageTitle place={t('imports.title')} title={title} />}
      {current === null ? null : (
        <ol className="import-steps">
          {importSteps.map((step, index) => (
            <li key={step}>
              <button type="button" className="plain" aria-current={step === current ? 'step' : undefined} onClick={() => onStep(step)}>
                <i aria-hidden="true">{index < at ? <CheckOutlined /> : index + 1}</i>
                {textOf(`imports.step.${step}`)}
              </button>
            </li>
          ))}
        </ol>
      )}
      <span className="import-tools">{children}</span>
    </div>
  )
}
