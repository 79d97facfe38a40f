/** Whether the register is as it was written, and a register that cannot be opened. */
export const conditionTexts = {
  'condition.label': '核对台账',
  'condition.never': '还没有全面核对过。每份备份留下之前都逐条核对',
  'condition.sound': '上次全面核对 {at}，没有发现损坏',
  'condition.run': '立即核对',
  'condition.done': '已全面核对，没有发现损坏',
  'condition.damaged': '发现损坏：{problem}',
  'condition.notice': '台账有损坏（{problem}），现在只能看，不能改。可以用备份还原，或救出还能读的记录',
  'condition.open': '去处理',
  'condition.mark': '台账有损坏',
  'readOnly.notice': '台账放在不能写入的地方，现在只能看，不能改。要修改，请把台账和它旁边的“.files”文件夹一起复制到能写入的位置，再打开复制的那份',
  'readOnly.mark': '只能看',
  'readOnly.hint': '台账放在不能写入的地方，只能查看',
  'error.file_not_writable.register': '台账“{path}”放在不能写入的地方（光盘、加了写保护的U盘，或没有写入权限的文件夹），只能看，不能改。请把台账和它旁边的“.files”文件夹一起复制到能写入的位置，再打开复制的那份',
  'job.check': '核对台账',
  'unopened.why': '“{file}”没有打开：{why}',
  'unopened.retry': '再打开一次',
} as const
