import type { ForeningView } from '@medspil/contracts/forening'
import { ActRow, Button, formatDay, formatMoney, formatTime, Panel, phoneInPairs, Tag } from '@medspil/ui'
import type { Tone } from '@medspil/ui'
import { counted } from '@medspil/wording/counted'
import { useTitle } from '../use-title.ts'
import { weekdayName } from '../weekdays.ts'
import type { BoardView } from './board-page.tsx'

interface Part { forening: ForeningView; go: (view: BoardView) => void }

/** The forening's front page: the one thing to do first, then all that is calm. */
export function BoardHome({ forening, go }: Part) {
  useTitle('Vores forening')
  return (
    <div className="stack board">
      <h1><bdi>{forening.name}</bdi></h1>
      <First forening={forening} go={go} />
      <Awaiting forening={forening} go={go} />
      <Offers forening={forening} go={go} />
      <section className="stack-s">
        <h2>Penge</h2>
        <p>{forening.payment.isReady ? `Kommunen betaler til NemKonto på CVR ${forening.payment.cvr}.` : 'Betalingsoplysningerne er ikke på plads endnu.'}</p>
        <div><ActRow pictogram="pulje" onClick={() => go({ at: 'money' })}>Se, hvad der er betalt</ActRow></div>
      </section>
      <Standing forening={forening} go={go} />
    </div>
  )
}

/** What waits longest for the board, in the one yellow panel; nothing when nothing does. */
function First({ forening, go }: Part) {
  const { awaiting: [child], declaration, offers } = forening
  const sentBack = offers.find(({ state }) => state === 'sent-back')
  if (child && !child.hasAsked) return (
    <Panel look="turn">
      <h2><bdi>{child.displayName}</bdi> vil gerne begynde</h2>
      <p>{child.offerTitle}. Spurgt {formatDay(child.askedOn, 'da', 'day')}.</p>
      <div><Button onClick={() => go({ at: 'answer', signupId: child.signupId })}>Svar på tilmeldingen</Button></div>
    </Panel>
  )
  if (!declaration.isValid) return (
    <Panel look="turn">
      <h2>Erklæringen for {declaration.year} mangler</h2>
      <p>Uden den kan vi ikke vise jeres tilbud, sende nye børn eller betale.</p>
      <div><Button onClick={() => go({ at: 'declare' })}>Giv erklæringen</Button></div>
    </Panel>
  )
  if (sentBack) return (
    <Panel look="turn">
      <h2>{sentBack.title} skal rettes</h2>
      <p>{sentBack.moderationNote}</p>
      <div><Button onClick={() => go({ at: 'offer', offerId: sentBack.offerId })}>Ret tilbuddet</Button></div>
    </Panel>
  )
  return null
}

function Awaiting({ forening, go }: Part) {
  // The first one stands in the yellow panel already.
  const awaiting = forening.awaiting[0]?.hasAsked === false ? forening.awaiting.slice(1) : forening.awaiting
  if (awaiting.length === 0) return null
  return (
    <section className="stack-s">
      <h2>{forening.awaiting.length > awaiting.length ? 'Andre børn, der venter på svar' : 'Børn, der venter på svar'}</h2>
      <ul className="lines-list">
        {awaiting.map(({ signupId, displayName, offerTitle, askedOn, hasAsked }) => (
          <li key={signupId}>
            <div><b><bdi>{displayName}</bdi></b><span className="small">{offerTitle}. Spurgt {formatDay(askedOn, 'da', 'day')}{hasAsked && '. I har spurgt om noget'}</span></div>
            <Button kind="secondary" onClick={() => go({ at: 'answer', signupId })}>Svar<span className="sr-only"> om {displayName}</span></Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const states: Record<ForeningView['offers'][number]['state'], [Tone, string]> = {
  draft: ['plain', 'Kladde'], 'in-moderation': ['wait', 'Kommunen læser det'], published: ['ok', 'Kan ses af alle'], 'sent-back': ['no', 'Skal rettes'], withdrawn: ['plain', 'Taget ned'],
}

function Offers({ forening: { offers }, go }: Part) {
  return (
    <section className="stack-s">
      <h2>Vores tilbud</h2>
      {offers.length === 0 && <p>I har ikke udgivet noget endnu. Familierne finder jer, når det første tilbud er ude.</p>}
      <ul className="lines-list">
        {offers.map(({ offerId, title, weekday, timeFrom, place, price, state, capacity, children, isHoliday }) => (
          <li key={offerId}>
            <div>
              <b>{title}</b>
              <span className="small">{capital(`${weekdayName(weekday)} ${formatTime(timeFrom)}`.trim())}, {place}. {children} af {counted(capacity, 'plads', 'pladser')} er taget. Pris: {price === 0n ? 'gratis' : formatMoney(price)}</span>
              <Tag tone={states[state][0]}>{states[state][1]}</Tag>
            </div>
            <div className="acts">
              {children > 0 && <ActRow pictogram="check" onClick={() => go({ at: 'team', offerId })}>Dagens hold<span className="sr-only"> for {title}</span></ActRow>}
              {!isHoliday && <ActRow pictogram="pen" onClick={() => go({ at: 'offer', offerId })}>Ret<span className="sr-only"> {title}</span></ActRow>}
            </div>
          </li>
        ))}
      </ul>
      <div className="acts">
        <Button kind="secondary" onClick={() => go({ at: 'offer', offerId: null })}>Udgiv et tilbud</Button>
        <ActRow pictogram="kalender" onClick={() => go({ at: 'programme' })}>Aktiviteter i ferien</ActRow>
      </div>
    </section>
  )
}

const approvals: Record<ForeningView['approval'], string> = {
  known: 'I har ikke søgt om godkendelse endnu. Ring til kommunen.', applied: 'Kommunen ser på jeres ansøgning om godkendelse.', approved: 'I er godkendt.',
  'approved-with-limits': 'I er godkendt til nogle af jeres tilbud.', refused: 'I er ikke godkendt. Ring til kommunen, hvis noget har ændret sig.',
  'declaration-missing': 'Årets erklæring mangler.', suspended: 'Jeres godkendelse er sat på pause. Ring til kommunen.', closed: 'Foreningen er lukket i Medspil.',
}

function Standing({ forening: { approval, declaration, contacts }, go }: Part) {
  return (
    <section className="stack-s">
      <h2>Vores forening</h2>
      <p>{approvals[approval]}</p>
      <p>{declaration.isValid && declaration.declaredOn
        ? `Erklæringen om børneattester for ${declaration.year} er givet af ${declaration.declaredBy} den ${formatDay(declaration.declaredOn)}. Den gælder til 31. december.`
        : `Erklæringen om børneattester for ${declaration.year} er ikke givet.`}</p>
      {declaration.askedYear && <div><ActRow pictogram="attest" onClick={() => go({ at: 'declare' })}>Giv erklæringen for {declaration.askedYear}</ActRow></div>}
      {contacts.length > 0 && (
        <>
          <h3>Dem, vi skriver til</h3>
          <ul className="plain stack-s">{contacts.map(({ role, name, mail, phone }) => <li key={role + mail}>{contactRoles[role] ?? role}: {name}<br />{mail}, <span dir="ltr" className="num">{phoneInPairs(phone)}</span></li>)}</ul>
          <p className="small">Er der kommet en ny i bestyrelsen? Ring til kommunen, så retter vi det.</p>
        </>
      )}
    </section>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const contactRoles: Record<string, string> = { chair: 'Formand', treasurer: 'Kasserer', coach: 'Træner' }
