/** What is said after something broke, and what goes to whoever maintains the program. */
export const recoveryTexts = {
  'recovery.windowReturned': '窗口出错后重新打开过。已经录入的内容都在，正在填的一格请再看一遍',
  'recovery.cutShort': '程序上次突然停止，当时正在：{work}。台账里没有写了一半的内容；请看一看，没有做完的再做一次',
  'recovery.waiting': '程序突然停止过，有 {count} 个文件核对过、还没有提交：{files}。重新读入后再核对',
  'recovery.waitingAnswered': '程序突然停止过，有 {count} 个文件核对过、还没有提交：{files}。重新读入后再核对，答过的问题和改过的内容还在',
  'recovery.openAgain': '重新读入',
  'recovery.windowKeepsDying': '窗口反复出错，已关闭。已经录入的内容都在台账里。请重新打开程序；再出现时把诊断信息交给维护人员。',
  'recovery.mainFailed': '程序出了意外的错误，台账里的内容没有受影响。建议重新打开程序',
  'recovery.restart': '重新打开',
  'recovery.goOn': '继续',

  'diagnosis.title': '诊断信息',
  'diagnosis.hint': '出了问题时交给维护人员。先看一遍再保存，保存的就是看到的',
  'diagnosis.show': '查看诊断信息',
  'diagnosis.lead': '保存的就是下面这些：版本、数目、代码和日志。没有记录的内容，没有人名、单位名和文件位置',
  'diagnosis.save': '保存',
  'diagnosis.close': '关闭',
  'diagnosis.saved': '已保存：{file}',
  'diagnosis.fileName': '标知台账诊断信息.txt',
  'diagnosis.program': '程序',
  'diagnosis.register': '台账',
  'diagnosis.log': '日志',
} as const
