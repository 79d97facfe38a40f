import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { t } from '../../../../shared/text/t'
import { BridgeFailure, callBridge } from '../../../bridge/bridgeClient'
import { failureText } from '../../../bridge/failureText'
import { EmptyState } from '../../../components/feedback/EmptyState'
import { PageTitle } from '../../../components/panels/PageTitle'
import { FailureBanner } from '../../../components/feedback/FailureBanner'
import { useAnnounce } from '../../../components/feedback/announcement'
import { Profile } from './Profile'
import { UnitFind } from '../UnitFind'
import { useUnitChanges } from '../useUnitChanges'
import '../units.css'

interface Props {
  /** Name or code of the unit to begin with; empty to ask for one. */
  unit?: string
  /** Where the way back leads, where that is not the list of units. */
  backText?: string
  onBack(): void
  onStatus(text: string): void
}

/** So many rows of a kind stand on the page; the workbook has all of them. */
const shownRows = 500

/** 一企一档: everything of one unit, found by its code or any of its names. */
export function ProfilePage({ unit = '', backText = t('units.back'), onBack, onStatus }: Props) {
  const announce = useAnnounce()
  const [asked, setAsked] = useState(unit)
  const { split, isBusy } = useUnitChanges()
  const profile = useQuery({ queryKey: ['units.profile', asked], queryFn: () => callBridge('units.profile', { ref: asked, limit: shownRows }), enabled: asked !== '' })
  useEffect(() => onStatus(profile.data?.name ?? t('units.profile')), [profile.data, onStatus])
  const exporting = useMutation({
    mutationFn: async (name: string) => {
      const { file } = await callBridge('shell.saveWorkbook', { name: t('units.profileFile', { name }) })
      return file === null ? null : { file, ...(await callBridge('units.exportProfile', { ref: asked, file })) }
    },
    onSuccess: (done) => { if (done !== null) announce({ text: t('units.exported', { file: done.file }), file: done.file }) },
    onError: (error) => announce({ text: failureText(error), isFailure: true }),
  })
  return (
    <div className="unit-profile-page">
      <div className="page-head no-print">
        <PageTitle place={t('nav.units')} title={t('units.profile')} />
        <UnitFind unit={unit} onAsk={setAsked} />
        <div className="page-head-end">
          <Button type="text" onClick={onBack}>{backText}</Button>
          <Button disabled={!profile.data} onClick={() => window.print()}>{t('units.print')}</Button>
          <Button type="primary" disabled={!profile.data || exporting.isPending} onClick={() => { if (profile.data) exporting.mutate(profile.data.name) }}>{t('units.export')}</Button>
        </div>
      </div>
      {profile.isError ? <FailureBanner text={profileFailure(profile.error, asked)} /> : null}
      {asked === '' ? <EmptyState text={t('units.findFirst')} /> : null}
      {profile.data ? <Profile profile={profile.data} onSplit={isBusy ? null : (ref) => split(ref)} /> : null}
    </div>
  )
}

/** What was asked for was typed by the clerk: a name that no record carries is no record that went away. */
function profileFailure(error: unknown, asked: string): string {
  const isUnknown = error instanceof BridgeFailure && error.failure.code === 'unknown_record'
  return isUnknown ? t('units.unknownName', { name: asked }) : failureText(error)
}
