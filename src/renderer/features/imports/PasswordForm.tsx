import { Button, Input } from 'antd'
import { useState } from 'react'
import { t } from '../../../shared/text/t'

/** Asks for the password of one file; it leaves this form only to open the file. */
export function PasswordForm({ failure, onUnlock }: { failure: string; onUnlock(password: string): void }) {
  const [password, setPassword] = useState('')
  return (
    <form className="password-form" onSubmit={(event) => { event.preventDefault(); if (password !== '') onUnlock(password); setPassword('') }}>
      <p>{failure}</p>
      <Input.Password autoFocus autoComplete="off" aria-label={t('imports.password')} value={password} onChange={(event) => setPassword(event.target.value)} />
      <Button type="primary" htmlType="submit" disabled={password === ''}>{t('imports.unlock')}</Button>
    </form>
  )
}
