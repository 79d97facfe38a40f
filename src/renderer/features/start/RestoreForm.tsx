import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { t } from '../../../shared/text/t'
import { locale } from '../../../shared/text/language'
import { PathField, readable } from '../../components/form/PathField'
import { printFigure } from '../../components/values/printFigure'
import { StartRow } from './StartRow'
import type { FoundBackup, useRestore } from './useRestore'

interface Props {
  restore: ReturnType<typeof useRestore>
  found: FoundBackup
}

/** What the chosen backup holds, and where the register made of it goes; nothing happens before the button. */
export function RestoreForm({ restore, found: { backup, contents, target } }: Props) {
  const { officeName, cityName, counts, changedAt, sizeBytes } = contents
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const count = (kind: string): string => printFigure(counts[kind] ?? 0)
  const facts = [
    [t('start.restore.file'), readable(backup), backup],
    [t('start.restore.office'), t('start.restore.officeOf', { office: officeName, city: cityName })],
    [t('start.restore.counts'), t('start.restore.countsOf', { standards: count('standards'), patents: count('patents'), trademarks: count('trademarks'), units: count('units') })],
    [t('start.restore.changed'), changedAt === null ? t('start.restore.never') : new Date(changedAt).toLocaleString(locale(), { dateStyle: 'long', timeStyle: 'short' })],
    [t('start.restore.size'), t('start.restore.sizeOf', { mb: printFigure(sizeBytes / 1_000_000, 1) })],
  ] as const
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>{t('start.restore.title')}</h1>
      <dl className="start-facts">
        {facts.map(([name, value, title]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="cut selectable" title={title ?? value}>{value}</dd>
          </div>
        ))}
      </dl>
      <form className="start-form" onSubmit={(event) => event.preventDefault()}>
        <StartRow label={t('start.restore.target')} hint={t('start.restore.targetHint')}>
          {(id) => <PathField id={id} path={target} buttonText={t('settings.change')} onChoose={restore.chooseTarget} />}
        </StartRow>
        <div className="start-actions">
          <Button type="primary" htmlType="submit" loading={restore.isBusy} onClick={restore.run}>{t('start.restore.run')}</Button>
          <Button disabled={restore.isBusy} onClick={restore.leave}>{t('start.restore.back')}</Button>
        </div>
      </form>
    </>
  )
}
