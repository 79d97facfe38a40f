import type { RefObject } from 'react'
import { t } from '../../shared/text/t'
import { callBridge } from './bridgeClient'
import { failureText } from './failureText'

/** What a picture says of itself, around its chart. */
export interface PictureWords { title: string; note: string }

/** A chart that can draw itself for a document. */
interface Drawable { picture(words: PictureWords): string }

/** Asks where a chart goes as a picture, and puts it there. @param announce  says what was done */
export function usePictures(announce: (said: { text: string; isFailure?: boolean }) => void) {
  async function save(chart: Drawable, words: PictureWords): Promise<void> {
    try {
      const { file } = await callBridge('shell.savePicture', { name: t('picture.fileName', { title: words.title }), png: chart.picture(words) })
      if (file !== null) announce({ text: t('picture.saved', { file }) })
    } catch (error) {
      announce({ text: failureText(error), isFailure: true })
    }
  }
  return {
    save(chart: RefObject<Drawable | null>, words: PictureWords): void {
      if (chart.current !== null) void save(chart.current, words)
    },
  }
}
