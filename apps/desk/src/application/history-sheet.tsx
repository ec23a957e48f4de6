import type { CaseView } from '@medspil/contracts/application'
import { DayText, LinkRow, Sheet } from '@medspil/ui'
import { ResultTag } from './result-tag.tsx'

/** What has been asked, answered and decided, newest first. Nothing of it can be changed. */
export function HistorySheet({ view }: { view: CaseView }) {
  const { asked, hearing, decisions } = view
  if (asked.length === 0 && !hearing && decisions.length === 0) return null
  return (
    <Sheet title="Det er der sket">
      {decisions.map((decision) => (
        <div key={decision.decisionId} className="entry">
          <h3><DayText day={decision.on} first /></h3>
          <div><ResultTag result={decision.result} /></div>
          <p>{decision.automatic ? 'Reglerne gav et klart ja.' : `Besluttet af ${decision.by}.`}{decision.replacesId && ' Gælder i stedet for en tidligere afgørelse.'}</p>
          {decision.considerations && <p>{decision.considerations}</p>}
          {decision.letterId && <LinkRow href={`/letters/${decision.letterId}`} pictogram="papir">Læs brevet</LinkRow>}
        </div>
      ))}
      {hearing && (
        <div className="entry">
          <h3>Høring, <DayText day={hearing.sentOn} /></h3>
          {hearing.exemptReason
            ? <p>Familien blev ikke hørt. {hearing.exemptReason}</p>
            : <>
                <p>{hearing.facts.map(({ says }) => says).join(' ')}</p>
                <p>{hearing.answer
                  ? <>Familien svarede <DayText day={hearing.answeredOn ?? hearing.sentOn} form="day" />: ”{hearing.answer}”</>
                  : <>Intet svar endnu. Familien kan svare til og med den <DayText day={hearing.deadline} form="day" />.</>}</p>
              </>}
        </div>
      )}
      {asked.map(({ id, question, askedOn, by, answer, answeredOn }) => (
        <div key={id} className="entry">
          <h3>Spurgt <DayText day={askedOn} form="day" /></h3>
          <p>{question}</p>
          <p>{answer
            ? <>Svar {answeredOn && <DayText day={answeredOn} form="day" />}: ”{answer}”</>
            : <>Intet svar endnu. Svar senest den <DayText day={by} form="day" />.</>}</p>
        </div>
      ))}
    </Sheet>
  )
}
