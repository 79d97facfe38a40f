import { Checkbox } from 'antd'
import type { SheetSummary } from '../../../../shared/bridge/imports'
import { t } from '../../../../shared/text/t'

/** Whether the sheet looks like one that was explained before, and where it does not. */
export function LayoutNote({ layout }: { layout: SheetSummary['layout'] }) {
  if (layout === null) return null
  const { fileName, differences } = layout
  return (
    <>
      <p className="secondary">{t(differences.length === 0 ? 'imports.layout.same' : 'imports.layout.differs', { file: fileName, count: differences.length })}</p>
      <ul className="layout-differences">
        {differences.map(({ kind, heading, to }) => <li key={kind + heading + (to ?? '')}>{t(`imports.layout.${kind}`, { heading, to: to ?? '' })}</li>)}
      </ul>
    </>
  )
}

/** Reads the files that come like this one, from its commit on. */
export function RememberChoice({ isRemembered, onRemember }: { isRemembered: boolean; onRemember(isOn: boolean): void }) {
  return <Checkbox checked={isRemembered} title={t('imports.layout.rememberHint')} onChange={(event) => onRemember(event.target.checked)}>{t('imports.layout.remember')}</Checkbox>
}
