import type { RefObject } from 'react'
import { t } from '../../shared/text/t'
import { callBridge } from './bridgeClient'
import { failureText } from './failureText'

/** What a picture says of itself, around its chart. */
export interface PictureWords { title: string; note: string }

/** A chart that can draw itself for a document. */
interface Drawable { picture(words: PictureWords): string }

/** Gives a chart away as a picture: asks where it goes, or puts it on the clipboard. @param announce  says what was done */
export function usePictures(announce: (said: { text: string; isFailure?: boolean }) => void) {
  /** @param give  answers what is to be said, null where nothing was done */
  async function draw(chart: RefObject<Drawable | null>, words: PictureWords, give: (png: string) => Promise<string | null>): Promise<void> {
    if (chart.current === null) return
    try {
      const said = await give(chart.current.picture(words))
      if (said !== null) announce({ text: said })
    } catch (error) {
      announce({ text: failureText(error), isFailure: true })
    }
  }
  return {
    save: (chart: RefObject<Drawable | null>, words: PictureWords): void => void draw(chart, words, async (png) => {
      const { file } = await callBridge('shell.savePicture', { name: t('picture.fileName', { title: words.title }), png })
      return file === null ? null : t('picture.saved', { file })
    }),
    copy: (chart: RefObject<Drawable | null>, words: PictureWords): void => void draw(chart, words, async (png) => {
      await callBridge('shell.copyPicture', { png })
      return t('picture.copied')
    }),
  }
}
