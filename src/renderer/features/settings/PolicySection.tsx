import { Select } from 'antd'
import { policyChoices, policyKinds, type PolicyChoice, type PolicyKind } from '../../../shared/domain/merging/sourcePolicy'
import { t } from '../../../shared/text/t'
import { SettingRow } from './SettingRow'
import type { RegisterSettings, SaveSetting } from './useSettings'

/** Whose word stands where several sources speak of one thing, for each kind of record. */
export function PolicySection({ settings: { sourcePolicy }, save }: { settings: RegisterSettings; save: SaveSetting }) {
  const choose = (kind: PolicyKind, choice: PolicyChoice): void => save(t('settings.policy'), { sourcePolicy: { ...sourcePolicy, [kind]: choice } }, { sourcePolicy })
  return (
    <section aria-label={t('settings.policyTitle')}>
      <h2>{t('settings.policyTitle')}</h2>
      <p className="secondary">{t('settings.policyHint')}</p>
      {policyKinds.map((kind) => (
        <SettingRow key={kind} label={t(`settings.policy.kind.${kind}`)}>
          {(id) => <Select id={id} value={sourcePolicy[kind]} onChange={(choice: PolicyChoice) => choose(kind, choice)} options={policyChoices.map((value) => ({ value, label: t(`settings.policy.${value}`) }))} />}
        </SettingRow>
      ))}
    </section>
  )
}
