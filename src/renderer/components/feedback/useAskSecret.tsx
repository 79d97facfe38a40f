import { Button, Input } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { t } from '../../../shared/text/t'
import { ModalDialog } from './ModalDialog'
import { useAsked, type Asked } from './useAsked'

/** Tries what was typed. @returns why it will not do, or null when it does */
type Check = (secret: string) => Promise<string | null>

/**
 * Asks for the password or recovery key of a backup until it fits or the question is closed; it leaves the field only to be tried.
 *
 * @returns the asking function, which answers whether it fitted, and the place where it shows
 */
export function useAskSecret(): { askSecret(check: Check): Promise<boolean>; secretHolder: ReactNode } {
  const { ask, asked } = useAsked<Check>()
  return { askSecret: ask, secretHolder: asked === null ? null : <SecretDialog {...asked} /> }
}

function SecretDialog({ question: check, onAnswer }: Asked<Check>) {
  const fieldId = useId()
  const [secret, setSecret] = useState('')
  const [why, setWhy] = useState<string | null>(null)
  const [isTrying, setTrying] = useState(false)
  const tryIt = async (): Promise<void> => {
    if (secret === '' || isTrying) return
    setTrying(true)
    const reason = await check(secret)
    setTrying(false)
    setWhy(reason)
    if (reason === null) onAnswer(true)
  }
  return (
    <ModalDialog title={t('encryption.unlock.title')} onLeave={() => onAnswer(false)}>
      <form onSubmit={(event) => { event.preventDefault(); void tryIt() }}>
        <p>{t('encryption.unlock.text')}</p>
        <div className="question-fields">
          <label htmlFor={fieldId}>{t('encryption.secret')}</label>
          <Input.Password id={fieldId} autoFocus autoComplete="off" value={secret} onChange={(event) => setSecret(event.target.value)} />
        </div>
        {why === null ? null : <p role="alert" className="question-why">{why}</p>}
        <div className="question-answers">
          <Button onClick={() => onAnswer(false)}>{t('encryption.cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={secret === ''} loading={isTrying}>{t('encryption.unlock.ok')}</Button>
        </div>
      </form>
    </ModalDialog>
  )
}
