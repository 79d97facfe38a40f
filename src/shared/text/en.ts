import { attachmentTexts, attachmentTypeTexts } from './en/attachmentTexts'
import { backupTexts } from './en/backupTexts'
import { batchTexts } from './en/batchTexts'
import { closingTexts } from './en/closingTexts'
import { cliTexts } from './en/cliTexts'
import { collectionTexts } from './en/collectionTexts'
import { conditionTexts } from './en/conditionTexts'
import { countingTexts } from './en/countingTexts'
import { crosstabTexts } from './en/crosstabTexts'
import { demoTexts } from './en/demoTexts'
import { doctorTexts, doctorWords } from './en/doctorTexts'
import { encryptionTexts } from './en/encryptionTexts'
import { errorTexts } from './en/errorTexts'
import { fillTexts } from './en/fillTexts'
import { findTexts } from './en/findTexts'
import { freezeTexts } from './en/freezeTexts'
import { frameTexts } from './en/frameTexts'
import { gridTexts } from './en/gridTexts'
import { indicatorTexts } from './en/indicatorTexts'
import { importDeskTexts } from './en/importDeskTexts'
import { importTexts } from './en/importTexts'
import { ownIndicatorTexts } from './en/ownIndicatorTexts'
import { printTexts } from './en/printTexts'
import { punctuationTexts } from './en/punctuationTexts'
import { pictureTexts } from './en/pictureTexts'
import { rankingTexts } from './en/rankingTexts'
import { reasonTexts } from './en/reasonTexts'
import { recoveryTexts } from './en/recoveryTexts'
import { receivedTexts } from './en/receivedTexts'
import { recordTexts } from './en/recordTexts'
import { reportingTexts } from './en/reportingTexts'
import { reportTexts } from './en/reportTexts'
import { returnTexts } from './en/returnTexts'
import { rowTexts } from './en/rowTexts'
import { seriesTexts } from './en/seriesTexts'
import { tagTexts } from './en/tagTexts'
import { tourTexts } from './en/tourTexts'
import { twinTexts } from './en/twinTexts'
import { unitTexts } from './en/unitTexts'
import { updateTexts } from './en/updateTexts'
import { verdictTexts } from './en/verdictTexts'
import { windowTexts } from './en/windowTexts'
import { workbenchTexts } from './en/workbenchTexts'
import type { OnPaper } from './paper'
import type { TextKey } from './zh-CN'

/** Every text of the window in English. What is written into files stays Chinese (`OnPaper`) and is not here. */
export const en = {
  ...errorTexts,
  ...encryptionTexts,
  ...verdictTexts,
  ...rowTexts,
  ...seriesTexts,
  ...windowTexts,
  ...cliTexts,
  ...collectionTexts,
  ...conditionTexts,
  ...countingTexts,
  ...crosstabTexts,
  ...freezeTexts,
  ...closingTexts,
  ...ownIndicatorTexts,
  ...indicatorTexts,
  ...demoTexts,
  ...doctorTexts,
  ...doctorWords,
  ...importTexts,
  ...importDeskTexts,
  ...reasonTexts,
  ...backupTexts,
  ...batchTexts,
  ...recordTexts,
  ...recoveryTexts,
  ...gridTexts,
  ...pictureTexts,
  ...rankingTexts,
  ...workbenchTexts,
  ...findTexts,
  ...frameTexts,
  ...fillTexts,
  ...receivedTexts,
  ...printTexts,
  ...reportingTexts,
  ...reportTexts,
  ...returnTexts,
  ...tagTexts,
  ...tourTexts,
  ...twinTexts,
  ...unitTexts,
  ...updateTexts,
  ...attachmentTexts,
  ...attachmentTypeTexts,
  ...punctuationTexts,
} as const satisfies Readonly<Record<Exclude<TextKey, OnPaper<TextKey>>, string>>
