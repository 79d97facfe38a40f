import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { importKinds, type ImportKind } from '../../../shared/domain/catalogue/headings'
import { inChinese } from '../../../shared/text/language'
import { t, textOf } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { FailureBanner } from '../../components/feedback/FailureBanner'

const anyDistrict = ''

/** 填报模板: a form for a district to fill in, which comes back without a question. */
export function TemplatesView({ onSaid }: { onSaid(text: string): void }) {
  const [kind, setKind] = useState<ImportKind>('standards')
  const [district, setDistrict] = useState(anyDistrict)
  const { data } = useQuery({ queryKey: ['templateDistricts'], queryFn: () => callBridge('imports.templateDistricts', {}), gcTime: 0 })
  const districts = [{ code: anyDistrict, name: t('collection.any') }, ...(data?.districts ?? [])]
  const making = useMutation({
    mutationFn: async () => {
      const name = districts.find(({ code }) => code === district && code !== anyDistrict)?.name
      const { file } = await callBridge('shell.saveWorkbook', { name: inChinese(() => fileNameOf(textOf(`kind.${kind}`), name)) })
      if (file === null) return
      const { columns } = await callBridge('imports.template', { kind, district: district === anyDistrict ? null : district, file })
      onSaid(t('collection.done', { file, kind: textOf(`kind.${kind}`), columns }))
    },
  })
  return (
    <section className="import-centre import-template" aria-label={t('collection.make')}>
      <p className="secondary">{t('collection.makeHint')}</p>
      {making.error === null ? null : <FailureBanner text={failureText(making.error)} />}
      <div className="template-form">
        <label htmlFor="template-kind">{t('collection.kind')}</label>
        <Select id="template-kind" aria-label={t('collection.kind')} value={kind} options={importKinds.map((value) => ({ value, label: textOf(`kind.${value}`) }))} onChange={setKind} />
        <label htmlFor="template-district">{t('collection.for')}</label>
        <Select id="template-district" aria-label={t('collection.for')} value={district} options={districts.map(({ code, name }) => ({ value: code, label: name }))} onChange={setDistrict} />
      </div>
      <Button type="primary" loading={making.isPending} onClick={() => making.mutate()}>{t('collection.save')}</Button>
    </section>
  )
}

function fileNameOf(kind: string, district: string | undefined): string {
  return district === undefined ? t('collection.fileName', { kind }) : t('collection.fileNameDistrict', { kind, district })
}
