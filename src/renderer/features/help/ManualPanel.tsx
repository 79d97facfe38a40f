import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { t } from '../../../shared/text/t'
import { PanelHead } from '../../components/panels/PanelHead'
import { SidePanel } from '../../components/panels/SidePanel'
import { manualChapters, pictureAddress } from './manual'
import { spansOf, type Block } from './markdown'
import './help.css'

interface Props {
  /** Chapter that is open. */
  chapter: string
  onChoose(chapter: string): void
  onClose(): void
}

/** The manual beside the page it is about; the page can be worked on meanwhile. */
export function ManualPanel({ chapter, onChoose, onClose }: Props) {
  const text = useRef<HTMLElement>(null)
  useEffect(() => {
    text.current?.scrollTo(0, 0)
    text.current?.focus()
  }, [chapter])
  const chapters = manualChapters()
  const open = chapters.find(({ id }) => id === chapter) ?? chapters[0]
  return (
    <SidePanel className="manual" label={t('help.title')} onLeave={onClose}>
      <PanelHead title={t('help.title')} tools={<Button type="text" size="small" icon={<PrinterOutlined />} aria-label={t('help.print')} title={t('help.print')} onClick={() => window.print()} />} onClose={onClose} />
      <nav aria-label={t('help.contents')}>
        {chapters.map(({ id, title }) => <button key={id} type="button" className="plain" aria-current={id === open?.id ? 'true' : undefined} onClick={() => onChoose(id)}>{title}</button>)}
      </nav>
      <article ref={text} tabIndex={-1} className="selectable">
        {open?.blocks.map((block, index) => <Part key={index} block={block} />)}
      </article>
    </SidePanel>
  )
}

function Part({ block }: { block: Block }) {
  switch (block.type) {
    case 'heading': return block.level === 1 ? <h1>{block.text}</h1> : <h2>{block.text}</h2>
    case 'paragraph': return <p><Spans text={block.text} /></p>
    case 'list': {
      const items = block.items.map((item, index) => <li key={index}><Spans text={item} /></li>)
      return block.isNumbered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'table': return (
      <table>
        <thead><tr>{block.header.map((cell) => <th key={cell}>{cell}</th>)}</tr></thead>
        <tbody>{block.rows.map((row, at) => <tr key={at}>{row.map((cell, index) => <td key={index}><Spans text={cell} /></td>)}</tr>)}</tbody>
      </table>
    )
    case 'picture': return <Picture name={block.name} text={block.text} />
  }
}

function Picture({ name, text }: { name: string; text: string }) {
  const address = pictureAddress(name)
  return address === null ? null : <figure><img src={address} alt={text} /><figcaption className="secondary">{t('help.picture', { name: text })}</figcaption></figure>
}

function Spans({ text }: { text: string }) {
  return spansOf(text).map((span, index) => (span.isBold ? <strong key={index}>{span.text}</strong> : <span key={index}>{span.text}</span>))
}
