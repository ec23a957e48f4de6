import type { LetterPreview as Preview } from '@medspil/contracts/application'
import { ExampleTag } from '@medspil/ui'

const onTop: ReadonlySet<string> = new Set(['sender', 'date', 'receiver', 'reference'])

/**
 * The letter exactly as the family gets it: the same blocks become the PDF and the page.
 * @param marked words typed on this page, shown marked where they stand in the letter
 */
export function LetterPaper(props: { blocks: Preview['blocks']; marked: readonly string[] }) {
  const head = props.blocks.filter(({ element }) => onTop.has(element))
  const body = props.blocks.filter(({ element }) => !onTop.has(element))
  return (
    <div className="letter">
      {head.map(({ element, texts }) => <p key={element}>{texts.map(({ says }) => says).join(' ')}</p>)}
      {body.map(({ element, heading, texts }) => (
        <div key={element}>
          {heading && <h4>{heading}</h4>}
          {texts.map(({ says, isEksempel }, at) => element === 'result'
            ? <h3 key={at}>{says}</h3>
            : <p key={at}><Marked text={says} words={props.marked} /> {isEksempel && <ExampleTag>eksempel</ExampleTag>}</p>)}
        </div>
      ))}
    </div>
  )
}

function Marked(props: { text: string; words: readonly string[] }) {
  const words = props.words.map((word) => word.trim()).filter((word) => word.length > 2)
  if (words.length === 0) return props.text
  const pattern = new RegExp(`(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`)
  return props.text.split(pattern).map((part, at) => (words.includes(part) ? <mark key={at}>{part}</mark> : part))
}
