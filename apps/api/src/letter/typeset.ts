import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { LetterContent } from '@medspil/domain/letter'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { unpackWoff } from './woff.ts'

/**
 * The form of every letter: A4, tagged, one heading level. The words travel as values and never as markup, so that nothing
 * a citizen wrote can become an instruction to the typesetter.
 */
const form = `
#let letter = json(bytes(sys.inputs.words))
#set document(title: letter.title, author: letter.author)
#set page(paper: "a4", margin: (x: 28mm, y: 26mm), numbering: "1 / 1")
#set text(font: ("IBM Plex Sans", "IBM Plex Exts"), lang: "da", size: 11pt)
#set par(leading: 0.75em, spacing: 1.1em)
#show title: set text(size: 18pt, weight: "semibold")
#show heading: set text(size: 12.5pt, weight: "semibold")
#show heading: set block(above: 1.6em, below: 0.8em)
#for line in letter.head [#par(line)]
#v(0.6em)
#title()
#for block in letter.blocks {
  if block.heading != none { heading(level: 1, block.heading) }
  for line in block.texts { par(line) }
}
`

const weights = [400, 600]

let compiler: NodeCompiler | undefined

/** The fonts are packed per alphabet under one family name; a name of its own makes the second one a clean fallback. */
function openCompiler(): NodeCompiler {
  const read = (alphabet: string, weight: number) =>
    unpackWoff(readFileSync(fileURLToPath(import.meta.resolve(`@fontsource/ibm-plex-sans/files/ibm-plex-sans-${alphabet}-${weight}-normal.woff`))))
  const renamed = (font: Buffer) => Buffer.from(replaceBytes(font, utf16('IBM Plex Sans'), utf16('IBM Plex Exts')))
  return NodeCompiler.create({ fontArgs: [{ fontBlobs: weights.flatMap((weight) => [read('latin', weight), renamed(read('latin-ext', weight))]) }] })
}

const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16()

function replaceBytes(bytes: Buffer, what: Buffer, by: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  for (let at = copy.indexOf(what); at >= 0; at = copy.indexOf(what, at + by.length)) by.copy(copy, at)
  return copy
}

/**
 * Sets words in a form as a tagged PDF (PDF/UA-1). The same words and moment give the same bytes.
 * @param form Typst; it reads the words with `json(bytes(sys.inputs.words))`, so that nothing written becomes an instruction
 * @throws when the words cannot be set, such as a character no font has under PDF/UA
 */
export function typeset(form: string, words: unknown, at: Date): Uint8Array<ArrayBuffer> {
  compiler ??= openCompiler()
  const pdf = compiler.pdf({ mainFileContent: form, inputs: { words: JSON.stringify(words) } }, { pdfStandard: 'ua-1', creationTimestamp: Math.floor(at.getTime() / 1000) })
  compiler.evictCache(10)
  return new Uint8Array(pdf)
}

/** Blocks that stand above the title, as on paper. */
const headElements = new Set(['sender', 'date', 'receiver', 'reference'])

/**
 * Sets a letter as a tagged PDF (PDF/UA-1). The same letter and moment give the same bytes.
 * @param letter.title the result in one sentence; @param letter.author the kommune
 * @throws when the letter cannot be set, such as a character no font has under PDF/UA
 */
export function typesetLetter(letter: { title: string; author: string; content: LetterContent; at: Date }): Uint8Array<ArrayBuffer> {
  const texts = (block: LetterContent['blocks'][number]) => block.texts.map(({ says, isEksempel }) => (isEksempel ? `${says} (eksempel)` : says))
  const { blocks } = letter.content
  const words = {
    title: letter.title, author: letter.author,
    head: blocks.filter(({ element }) => headElements.has(element)).flatMap(texts),
    blocks: blocks.filter(({ element }) => !headElements.has(element)).map((block) => ({ heading: block.heading, texts: texts(block) })),
  }
  return typeset(form, words, letter.at)
}
