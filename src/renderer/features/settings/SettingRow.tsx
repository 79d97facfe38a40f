import { Input } from 'antd'
import { useId, useState, type ReactNode } from 'react'

/** A setting with its name at the left and one sentence under it. */
export function SettingRow({ label, hint, children }: { label: string; hint?: ReactNode; children(id: string): ReactNode }) {
  const id = useId()
  return (
    <div className="setting-row">
      <label htmlFor={id}>{label}</label>
      <div>
        {children(id)}
        {hint === undefined ? null : <p className="secondary">{hint}</p>}
      </div>
    </div>
  )
}

/** A text that is saved when the field is left or Enter is pressed; Escape takes back what was typed. */
export function TextSetting({ label, hint, value, longest, isRequired = false, onSave }: { label: string; hint: string; value: string; longest: number; isRequired?: boolean; onSave(text: string): void }) {
  const [typed, setTyped] = useState<string | null>(null)
  const leave = (): void => {
    const text = typed?.trim()
    setTyped(null)
    if (text !== undefined && text !== value && (text !== '' || !isRequired)) onSave(text)
  }
  return (
    <SettingRow label={label} hint={hint}>
      {(id) => (
        <Input
          id={id} maxLength={longest} value={typed ?? value} onChange={(event) => setTyped(event.target.value)} onBlur={leave} onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing) event.currentTarget.blur()
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.nativeEvent.isComposing) setTyped(null)
          }}
        />
      )}
    </SettingRow>
  )
}
