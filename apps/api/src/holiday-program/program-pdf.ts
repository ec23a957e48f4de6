import { openShare } from '@medspil/domain/signup'
import { type PrintedProgram, printedProgram } from '@medspil/wording/program'
import type { Tx } from '@medspil/db'
import { loadKommune } from '@medspil/db/access'
import { type DeskProgram, loadActivities, loadDeskProgram } from '@medspil/db/holiday-program'
import { typeset } from '../letter/typeset.ts'
import { printedAddress } from './printed-address.ts'
import { localOf } from './program-clock.ts'

/**
 * The form of the printed programme: A4, two columns, tagged, a heading a day and one an activity. The words travel as
 * values and never as markup, so that nothing an organiser wrote becomes an instruction to the typesetter.
 */
const form = `
#let program = json(bytes(sys.inputs.words))
#set document(title: program.title, author: program.author)
#set page(paper: "a4", margin: (x: 18mm, y: 18mm), columns: 2, numbering: "1 / 1")
#set columns(gutter: 9mm)
#set text(font: ("IBM Plex Sans", "IBM Plex Exts"), lang: "da", size: 9.5pt)
#set par(leading: 0.6em, spacing: 0.75em)
#show title: set text(size: 24pt, weight: "semibold")
#show heading.where(level: 1): set text(size: 13pt, weight: "semibold")
#show heading.where(level: 1): set block(above: 1.7em, below: 0.8em)
#show heading.where(level: 2): set text(size: 10.5pt, weight: "semibold")
#show heading.where(level: 2): set block(above: 1.2em, below: 0.5em)
#place(top, scope: "parent", float: true, clearance: 1.4em)[
  #par(program.author)
  #title()
  #par(strong(program.days))
  #for line in program.know { par(line) }
]
#for day in program.byDay {
  heading(level: 1, day.heading)
  for one in day.activities {
    block(breakable: false, width: 100%)[
      #heading(level: 2, one.title)
      #for fact in one.facts { par(fact) }
      #par(one.text)
    ]
  }
  for line in day.later { par(emph(line)) }
}
`

const danish = new Intl.DateTimeFormat('da-DK', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })

/** When families may act, as a sentence of the printed programme. */
function opensSentence({ plan }: DeskProgram): string {
  const say = (at: Parameters<typeof localOf>[0]) => {
    const local = localOf(at)
    return `${danish.format(new Date(`${local.slice(0, 10)}T12:00:00Z`)).replace(' ', ' den ')} kl. ${Number(local.slice(11, 13))}.${local.slice(14)}`
  }
  return plan.way === 'draw' && plan.wishesOpenAt && plan.wishesCloseAt
    ? `I kan ønske fra ${say(plan.wishesOpenAt)} til ${say(plan.wishesCloseAt)}. Så trækkes der lod.` : `Tilmeldingen åbner ${say(plan.opensAt)}.`
}

/** The words of a printed programme, under the kommune's name. */
export type PrintedWords = PrintedProgram & { author: string }

/**
 * What the printed programme says.
 * @param familyOrigin where families sign up
 * @returns null when there is no such programme, or it is a draft and `seesDrafts` is false
 */
export async function readPrinted(tx: Tx, programId: string, { familyOrigin, seesDrafts }: { familyOrigin: string; seesDrafts: boolean }): Promise<PrintedWords | null> {
  const program = await loadDeskProgram(tx, programId)
  if (!program || (!seesDrafts && (program.state === 'draft' || program.state === 'scrubbed'))) return null
  const kommune = await loadKommune(tx)
  const activities = (await loadActivities(tx, { programId })).filter(({ listed, isCancelled }) => listed === 'published' && !isCancelled)
  const words = printedProgram(program.plan, activities.map((one) => ({ ...one, organiser: one.foreningName, capacity: openShare(one).capacity })), { address: printedAddress(familyOrigin, kommune.key), phone: kommune.phone, opens: opensSentence(program) })
  return { ...words, author: kommune.name }
}

/** Sets them as a tagged PDF. The same words and moment give the same bytes. */
export const setProgram = (words: PrintedWords, at: Date): Uint8Array<ArrayBuffer> => typeset(form, words, at)
