import { Button, type ButtonProps } from 'antd'
import { useRef } from 'react'

interface Props extends Pick<ButtonProps, 'type' | 'size' | 'aria-label'> {
  text: string
  /** Endings that are proposed, each with its dot. */
  endings: readonly string[]
  onFiles(files: File[]): void
}

/** Opens the system's dialog for files. */
export function FileButton({ text, endings, onFiles, ...look }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button {...look} onClick={() => input.current?.click()}>{text}</Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={endings.join(',')}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </>
  )
}
