import { t } from '../../../shared/text/t'

/** A chart as a picture: into a file, or onto the clipboard for a document or a slide. */
export function PictureButtons({ onSave, onCopy }: { onSave(): void; onCopy(): void }) {
  return (
    <>
      <button type="button" className="plain link picture-button" onClick={onCopy}>{t('picture.copy')}</button>
      <button type="button" className="plain link picture-button" onClick={onSave}>{t('picture.save')}</button>
    </>
  )
}
