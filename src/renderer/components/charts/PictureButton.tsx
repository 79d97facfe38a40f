import { t } from '../../../shared/text/t'

/** A chart as a picture. */
export function PictureButton({ onSave }: { onSave(): void }) {
  return <button type="button" className="plain link picture-button" onClick={onSave}>{t('picture.save')}</button>
}
