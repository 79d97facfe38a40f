import { Input } from 'antd'
import { useId } from 'react'
import { strengthOf } from '../../../../shared/domain/backup/backupPassword'
import { t } from '../../../../shared/text/t'

/** A new password as it is typed, twice. */
export interface TypedPassword { password: string; again: string }

export function isGoodPassword({ password, again }: TypedPassword): boolean {
  return strengthOf(password) !== 'short' && password === again
}

/** Two fields, and how hard the password is to guess. */
export function NewPassword({ label, typed, isFirst, onType }: { label: string; typed: TypedPassword; isFirst: boolean; onType(typed: TypedPassword): void }) {
  const [passwordId, againId] = [useId(), useId()]
  const { password, again } = typed
  return (
    <>
      <label htmlFor={passwordId}>{label}</label>
      <Input.Password id={passwordId} autoFocus={isFirst} autoComplete="new-password" maxLength={256} value={password} onChange={(event) => onType({ password: event.target.value, again })} />
      {password === '' ? null : <p className="secondary" role="status">{t(`encryption.strength.${strengthOf(password)}`)}</p>}
      <label htmlFor={againId}>{t('encryption.again')}</label>
      <Input.Password id={againId} autoComplete="new-password" maxLength={256} value={again} onChange={(event) => onType({ password, again: event.target.value })} />
      {again === '' || again === password ? null : <p className="secondary" role="status">{t('encryption.differs')}</p>}
    </>
  )
}
