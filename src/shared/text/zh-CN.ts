import { attachmentTexts, attachmentTypeTexts } from './attachmentTexts'
import { backupTexts } from './backupTexts'
import { batchTexts } from './batchTexts'
import { closingTexts } from './closingTexts'
import { cliTexts } from './cliTexts'
import type { CodeTexts } from './codeTexts'
import { collectionTexts } from './collectionTexts'
import { conditionTexts } from './conditionTexts'
import { countingTexts } from './countingTexts'
import { crosstabTexts } from './crosstabTexts'
import { demoTexts } from './demoTexts'
import { doctorTexts, doctorWords } from './doctorTexts'
import { encryptionTexts } from './encryptionTexts'
import { errorTexts } from './errorTexts'
import { fillTexts } from './fillTexts'
import { findTexts } from './findTexts'
import { freezeTexts } from './freezeTexts'
import { frameTexts } from './frameTexts'
import { gridTexts } from './gridTexts'
import { indicatorTexts } from './indicatorTexts'
import { importDeskTexts } from './importDeskTexts'
import { importTexts } from './importTexts'
import { ownIndicatorTexts } from './ownIndicatorTexts'
import { pictureTexts } from './pictureTexts'
import { printTexts } from './printTexts'
import { punctuationTexts } from './punctuationTexts'
import { rankingTexts } from './rankingTexts'
import { reasonTexts } from './reasonTexts'
import { recoveryTexts } from './recoveryTexts'
import { receivedTexts } from './receivedTexts'
import { recordTexts } from './recordTexts'
import { reportTexts } from './reportTexts'
import { returnTexts } from './returnTexts'
import { rowTexts } from './rowTexts'
import { tagTexts } from './tagTexts'
import { tourTexts } from './tourTexts'
import { unitTexts } from './unitTexts'
import { updateTexts } from './updateTexts'
import { verdictTexts } from './verdictTexts'
import { windowTexts } from './windowTexts'
import { workbenchTexts } from './workbenchTexts'

/**
 * Every text a clerk reads, whatever shows it: window, command line or printed form. Keys are English;
 * `{name}` is filled by `t`. Places (“第 17 行 F 列”) are put in front by whoever shows the text.
 */
export const zhCN = {
  ...errorTexts,
  ...encryptionTexts,
  ...verdictTexts,
  ...rowTexts,
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
  ...reportTexts,
  ...returnTexts,
  ...tagTexts,
  ...tourTexts,
  ...unitTexts,
  ...updateTexts,
  ...attachmentTexts,
  ...attachmentTypeTexts,
  ...punctuationTexts,
} as const satisfies CodeTexts

export type TextKey = keyof typeof zhCN
