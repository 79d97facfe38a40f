import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { SavedView } from '../../../../shared/bridge/views'
import { t } from '../../../../shared/text/t'
import { callBridge } from '../../../bridge/bridgeClient'
import { PageControl } from '../../../components/controls/PageControl'
import { useAnnounce } from '../../../components/feedback/announcement'
import type { RecordView } from '../recordViews'
import { isSameView } from './columnLayout'

interface Props {
  view: RecordView
  /** Name of the view that is shown; null for the whole list. */
  chosen: string | null
  /** The list as it stands now. */
  current(): Omit<SavedView, 'name' | 'kind'>
  onChoose(view: SavedView | null): void
}

/** 视图: choosing a list that was kept, keeping the one at hand, changing and removing it. */
export function ViewControl({ view, chosen, current, onChoose }: Props) {
  const announce = useAnnounce()
  const queries = useQueryClient()
  const [naming, setNaming] = useState<string | null>(null)
  const stored = useQuery({ queryKey: ['lists.views'], queryFn: () => callBridge('lists.views', {}) })
  const views = stored.data?.views.filter(({ kind }) => kind === view.kind) ?? []
  const shown = views.find(({ name }) => name === chosen)

  async function save(name: string): Promise<void> {
    const saved: SavedView = { kind: view.kind, name: name.trim(), ...current() }
    if (saved.name === '') return
    queries.setQueryData(['lists.views'], await callBridge('lists.saveView', saved))
    setNaming(null)
    onChoose(saved)
    announce({ text: t('views.saved', { name: saved.name }) })
  }
  async function remove(name: string): Promise<void> {
    queries.setQueryData(['lists.views'], await callBridge('lists.removeView', { kind: view.kind, name }))
    onChoose(null)
    announce({ text: t('views.removed', { name }) })
  }
  return (
    <span className="view-control">
      <PageControl name={t('views.name')} width={190}>
        <Select
          size="small" aria-label={t('views.name')} value={shown?.name ?? ''} popupMatchSelectWidth={false}
          options={[{ value: '', label: t('views.all', { name: view.name }) }, ...views.map(({ name }) => ({ value: name, label: name }))]}
          onChange={(name: string) => onChoose(views.find((known) => known.name === name) ?? null)}
        />
      </PageControl>
      {shown === undefined ? null : (
        <>
          {isSameView(shown, current()) ? null : <Button size="small" type="text" onClick={() => void save(shown.name)}>{t('views.update')}</Button>}
          <Button size="small" type="text" onClick={() => void remove(shown.name)}>{t('views.remove')}</Button>
        </>
      )}
      {naming === null
        ? <Button size="small" type="text" onClick={() => setNaming('')}>{t('views.save')}</Button>
        : <Input autoFocus size="small" className="view-name" maxLength={40} aria-label={t('views.nameOf')} placeholder={t('views.nameOf')} value={naming} onChange={(event) => setNaming(event.target.value)} onPressEnter={() => void save(naming)} onBlur={() => setNaming(null)} onKeyDown={(event) => { if (event.key === 'Escape') setNaming(null) }} />}
    </span>
  )
}
