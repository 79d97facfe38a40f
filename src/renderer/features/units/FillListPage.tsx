import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, type DragEvent } from 'react'
import { t, textOf } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { pathsOf } from '../../bridge/filePaths'
import { handToSystem } from '../../bridge/handToSystem'
import { useAnnounce } from '../../components/feedback/announcement'
import { PageTitle } from '../../components/panels/PageTitle'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import { fileNameOf } from '../../components/values/fileNameOf'
import './units.css'

interface Props {
  onBack(): void
  onStatus(text: string): void
}

/** 核对回填: a colleague's list comes back with what the register knows of every line. */
export function FillListPage({ onBack, onStatus }: Props) {
  const announce = useAnnounce()
  useEffect(() => onStatus(t('fillList.title')), [onStatus])
  const filling = useMutation({
    mutationFn: async (dropped: string | null) => {
      const file = dropped ?? (await callBridge('shell.chooseTables', {})).files[0]
      if (file === undefined) return null
      const { file: out } = await callBridge('shell.saveWorkbook', { name: t('fillList.outName', { name: fileNameOf(file).replace(/\.[^.]*$/u, '') }) })
      return out === null ? null : callBridge('units.fillList', { file, out })
    },
  })
  const take = (event: DragEvent): void => {
    event.preventDefault()
    const [file] = pathsOf(event.dataTransfer.files)
    if (file !== undefined && !filling.isPending) filling.mutate(file)
  }
  return (
    <>
      <div className="page-head">
        <PageTitle place={t('nav.units')} title={t('fillList.title')} />
        <div className="page-head-end"><Button type="text" onClick={onBack}>{t('units.back')}</Button></div>
      </div>
      {filling.isError ? <FailureBanner text={failureText(filling.error)} /> : null}
      <div className="fill-list" data-takes-files="" onDragOver={(event) => event.preventDefault()} onDrop={take}>
        <p>{t('fillList.about')}</p>
        <Button type="primary" loading={filling.isPending} onClick={() => filling.mutate(null)}>{t('fillList.choose')}</Button>
        {filling.data ? (
          <div role="group" aria-label={t('fillList.result')} className="selectable">
            {filling.data.sheets.map(({ sheet, kind, lines, found, notFound, disagreeing }) => <p key={sheet ?? ''}>{t('fillList.sheetDone', { sheet: sheet ?? '', kind: textOf(`units.kind.${kind}`), lines, found, notFound, disagreeing })}</p>)}
            <p>{textOf(`fillList.${filling.data.how}`, { out: filling.data.out })}</p>
            <Button onClick={() => { if (filling.data) void handToSystem('shell.openTable', filling.data.out, announce) }}>{t('frame.openFile')}</Button>
          </div>
        ) : null}
      </div>
    </>
  )
}
