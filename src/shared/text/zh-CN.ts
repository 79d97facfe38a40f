import { attachmentTexts, attachmentTypeTexts } from './zh/attachmentTexts'
import { backupTexts } from './zh/backupTexts'
import { batchTexts } from './zh/batchTexts'
import { closingTexts } from './zh/closingTexts'
import { cliTexts } from './zh/cliTexts'
import type { CodeTexts } from './codeTexts'
import { collectionTexts } from './zh/collectionTexts'
import { conditionTexts } from './zh/conditionTexts'
import { countingTexts } from './zh/countingTexts'
import { crosstabTexts } from './zh/crosstabTexts'
import { demoTexts } from './zh/demoTexts'
import { doctorTexts, doctorWords } from './zh/doctorTexts'
import { encryptionTexts } from './zh/encryptionTexts'
import { errorTexts } from './zh/errorTexts'
import { fillTexts } from './zh/fillTexts'
import { findTexts } from './zh/findTexts'
import { freezeTexts } from './zh/freezeTexts'
import { frameTexts } from './zh/frameTexts'
import { gridTexts } from './zh/gridTexts'
import { indicatorTexts } from './zh/indicatorTexts'
import { importDeskTexts } from './zh/importDeskTexts'
import { importTexts } from './zh/importTexts'
import { ownIndicatorTexts } from './zh/ownIndicatorTexts'
import { pictureTexts } from './zh/pictureTexts'
import { printTexts } from './zh/printTexts'
import { punctuationTexts } from './zh/punctuationTexts'
import { rankingTexts } from './zh/rankingTexts'
import { reasonTexts } from './zh/reasonTexts'
import { recoveryTexts } from './zh/recoveryTexts'
import { receivedTexts } from './zh/receivedTexts'
import { recordTexts } from './zh/recordTexts'
import { reportingTexts } from './zh/reportingTexts'
import { reportTexts } from './zh/reportTexts'
import { returnTexts } from './zh/returnTexts'
import { rowTexts } from './zh/rowTexts'
import { seriesTexts } from './zh/seriesTexts'
import { tagTexts } from './zh/tagTexts'
import { tourTexts } from './zh/tourTexts'
import { twinTexts } from './zh/twinTexts'
import { unitTexts } from './zh/unitTexts'
import { updateTexts } from './zh/updateTexts'
import { verdictTexts } from './zh/verdictTexts'
import { windowTexts } from './zh/windowTexts'
import { workbenchTexts } from './zh/workbenchTexts'

/**
 * Every text a clerk reads, whatever shows it: window, command line or printed form. Keys are English;
 * `{name}` is filled by `t`. Places (“第 17 行 F 列”) are put in front by whoever shows the text.
 */
export const zhCN = {
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
} as const satisfies CodeTexts

export type TextKey = keyof typeof zhCN
