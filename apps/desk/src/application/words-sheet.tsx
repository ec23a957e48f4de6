import type { CaseView } from '@medspil/contracts/application'
import { DayText, Sheet, SummaryList } from '@medspil/ui'
import { sayList } from '@medspil/wording/letter'

const weekdays = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag']

/** What the child, the family and the fagperson have said in their own words. */
export function WordsSheet({ view }: { view: CaseView }) {
  const { wishes, fagperson, childView } = view
  const lines = [
    childView && { key: 'child', question: `${view.childFirstName} siger`, answer: `”${childView}”` },
    fagperson && {
      key: 'fagperson',
      question: <>{fagperson.profession ? `${fagperson.name}, ${fagperson.profession}` : fagperson.name}, <DayText day={fagperson.on} form="day" /></>,
      answer: [fagperson.chips.join('. '), fagperson.line && `”${fagperson.line}”`].filter(Boolean).join('. '),
    },
    wishes.activities.length > 0 && { key: 'activities', question: 'Vil gerne gå til', answer: sayList(wishes.activities) },
    wishes.days.length > 0 && { key: 'days', question: 'Dage, der passer', answer: sayList(wishes.days.map((day) => weekdays[day - 1] ?? '')) },
    wishes.withWhom && { key: 'with', question: 'Sammen med', answer: wishes.withWhom },
    wishes.note && { key: 'note', question: 'Andet', answer: wishes.note },
  ].filter((line) => line !== '' && line !== null && line !== false)
  if (lines.length === 0) return null
  return <Sheet title="Med egne ord"><SummaryList lines={lines} /></Sheet>
}
