import { Button } from 'antd'
import { t } from '../../../shared/text/t'
import { useConfirm } from '../../components/feedback/useConfirm'
import { TableButton } from './FileList'

/** Before the first file: where to begin, and the samples to try with. */
export function NoFiles({ onFiles, onSamples }: { onFiles(files: string[]): void; onSamples(): void }) {
  const { ask, holder } = useConfirm()
  const offerSamples = async (): Promise<void> => {
    if (await ask({ title: t('imports.samplesQuestion'), text: t('imports.samplesWarning'), ok: t('imports.samplesOpen'), cancel: t('imports.samplesLeave') })) onSamples()
  }
  return (
    <div className="import-empty">
      <p>{t('imports.empty')}</p>
      <TableButton isPrimary onFiles={onFiles} />
      <p className="secondary">{t('imports.samplesHint')}</p>
      <Button onClick={() => void offerSamples()}>{t('imports.openSamples')}</Button>
      {holder}
    </div>
  )
}
