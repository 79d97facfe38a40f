import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { OpenName } from '../../../shared/bridge/units'
import { formField } from '../../../shared/domain/catalogue/recordForms'
import type { Failure } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { named } from '../../../shared/text/named'
import { fieldFailureText } from '../../bridge/fieldFailureText'
import { usePlaces } from '../../bridge/usePlaces'
import { ModalDialog } from '../../components/feedback/ModalDialog'
import { inOwnDialog } from '../../components/form/inOwnDialog'
import { useNewUnit } from './useNewUnit'

interface Props {
  name: OpenName
  /** Why it could not be made with the code that records state. */
  failure: Failure | null
  onMade(): void
  onClose(): void
}

/** Asks for what a unit of the directory needs beside its name: its code, and where it is. */
export function NewUnit({ name: { name, code }, failure: before, onMade, onClose }: Props) {
  const [uscc, setUscc] = useState(code ?? '')
  const [district, setDistrict] = useState<string | null>(null)
  const [failure, setFailure] = useState(before)
  const { make, isBusy } = useNewUnit()
  const places = usePlaces()
  const isReady = uscc.trim() !== '' && !isBusy

  async function store(): Promise<void> {
    if (!isReady) return
    const failed = await make({ uscc: uscc.trim(), name, ...(district === null ? {} : { district }) })
    if (failed) return setFailure(failed)
    onMade()
    onClose()
  }

  return (
    <ModalDialog title={t('units.newUnit')} onLeave={onClose}>
      <div className="unit-new">
        <p>{name}</p>
        <label><span>{labelOf('uscc')}</span><Input autoFocus aria-label={labelOf('uscc')} value={uscc} onChange={(event) => { setUscc(event.target.value); setFailure(null) }} onPressEnter={() => void store()} /></label>
        <label>
          <span>{labelOf('district')}</span>
          <Select
            aria-label={labelOf('district')} allowClear showSearch value={district} onChange={(chosen: string | null | undefined) => setDistrict(chosen ?? null)}
            options={places.map((value) => ({ value, label: value }))} getPopupContainer={inOwnDialog}
          />
        </label>
        {failure === null ? <p className="secondary">{t('units.newUnitHint')}</p> : <p className="unit-failure" role="alert">{fieldFailureText(failure)}</p>}
      </div>
      <div className="question-answers">
        <Button onClick={onClose}>{t('jobs.cancel')}</Button>
        <Button type="primary" disabled={!isReady} onClick={() => void store()}>{t('units.newUnit')}</Button>
      </div>
    </ModalDialog>
  )
}

function labelOf(field: 'uscc' | 'district'): string {
  return named(formField('unit', field)?.label ?? field)
}
