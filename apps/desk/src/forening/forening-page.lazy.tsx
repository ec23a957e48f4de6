import { useOnce, useTRPC } from '@medspil/client'
import type { ForeningFile } from '@medspil/contracts/forening'
import { Button, DataTable, DeskColumns, DeskHead, formatDay, formatMoney, formatTime, phoneInPairs, Sheet, SummaryList, Tag, useToast } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, useParams } from '@tanstack/react-router'
import { useActor } from '../frame/actor.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Loaded, Problem } from '../frame/problem.tsx'
import { Approval } from './approval.tsx'
import { weekdayName } from '../link/weekdays.ts'
import { cvrInPairs } from '../subsidy/words.ts'
import { approvalWords, contactRoles, pointWords, sayProvider } from './words.ts'

export const Route = createLazyRoute('/$kommune/foreninger/$foreningId')({ component: ForeningPage })

/** One forening's file: approval with its checklist, declaration, offers, contacts, and the link to its own page. */
function ForeningPage() {
  const { foreningId } = useParams({ strict: false })
  const file = useQuery(useTRPC().forening.read.queryOptions({ foreningId: foreningId ?? '' }))
  return (
    <>
      <PageTitle title="Forening" />
      <Loaded query={file}>{(forening) => <File forening={forening} />}</Loaded>
    </>
  )
}

function File({ forening }: { forening: ForeningFile }) {
  const { role } = useActor()
  const { name, approval, approvedOn, approvedBy, cvr, area, providerType } = forening
  const mayAct = role === 'fritidsvejleder'
  return (
    <>
      <DeskHead title={name} aside={<Tag tone={approvalWords[approval][0]}>{approvalWords[approval][1]}</Tag>}>
        CVR {cvrInPairs(cvr)}. {sayProvider(providerType)}{area && `, ${area}`}.{approvedOn && approval.startsWith('approved') && ` Godkendt ${formatDay(approvedOn)}${approvedBy ? ` af ${approvedBy}` : ''}.`}
      </DeskHead>
      <DeskColumns asideLabel="Erklæring, kontakt og link" aside={<Aside forening={forening} mayAct={mayAct} />}>
        <div className="stack sheets">
          {mayAct ? <Judged forening={forening} /> : <Checklist forening={forening} />}
          <Offers forening={forening} />
        </div>
      </DeskColumns>
    </>
  )
}

/** Once approved, the checklist is read; the form that changes it waits behind a lid, so that nothing asks to be done. */
function Judged({ forening }: { forening: ForeningFile }) {
  const form = <Approval key={forening.foreningId + forening.approval} forening={forening} />
  if (!forening.approval.startsWith('approved')) return form
  return (
    <>
      <Checklist forening={forening} />
      <details className="details">
        <summary className="details-summary">Ret eller stop godkendelsen</summary>
        {form}
      </details>
    </>
  )
}

function Checklist({ forening: { checklist } }: { forening: ForeningFile }) {
  return (
    <Sheet title="Krav i folkeoplysningsloven § 4, stk. 3">
      <SummaryList lines={checklist.map(({ point, isMet, waivedBecause }) => ({ key: point, question: pointWords[point], answer: isMet ? 'Opfyldt' : waivedBecause ? `Fraveget: ${waivedBecause}` : 'Ikke opfyldt' }))} />
    </Sheet>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function Offers({ forening: { offers } }: { forening: ForeningFile }) {
  return (
    <Sheet title="Tilbud" remark={`${offers.length}`}>
      {offers.length === 0 ? <p>Foreningen har ikke udgivet noget endnu.</p> : (
        <DataTable
          stacks caption="Tilbud"
          columns={[{ key: 'title', head: 'Hold' }, { key: 'time', head: 'Tid og sted' }, { key: 'state', head: 'Vises' }, { key: 'places', head: 'Pladser taget', end: true }, { key: 'price', head: 'Pris', end: true }]}
          lines={offers.map((offer) => ({
            key: offer.offerId,
            cells: [offer.title, `${capital(weekdayName(offer.weekday))} ${formatTime(offer.timeFrom)}, ${offer.place}`, stateWords[offer.state], `${offer.children} af ${offer.capacity}`, offer.price === 0n ? 'Gratis' : formatMoney(offer.price)],
          }))}
        />
      )}
    </Sheet>
  )
}

const stateWords: Record<ForeningFile['offers'][number]['state'], string> = { draft: 'Kladde', 'in-moderation': 'Skal læses', published: 'For alle', 'sent-back': 'Sendt tilbage', withdrawn: 'Taget ned' }

function Aside({ forening, mayAct }: { forening: ForeningFile; mayAct: boolean }) {
  const { foreningId, declaration, contacts, payment } = forening
  const say = useToast()
  const link = useOnce(`forening.sendLink:${foreningId}`, useTRPC().forening.sendLink.mutationOptions())
  return (
    <div className="stack sheets">
      <Sheet title="Erklæring om børneattester">
        <div className="stack">
          <Tag tone={declaration.isValid ? 'ok' : 'no'}>{declaration.isValid ? `Givet for ${declaration.year}` : `Mangler for ${declaration.year}`}</Tag>
          <p className="small">{declaration.declaredOn ? `Givet af ${declaration.declaredBy} ${formatDay(declaration.declaredOn)}. Gælder til 31. december.` : 'Uden den vises ingen tilbud, og intet kan udbetales.'}</p>
        </div>
      </Sheet>
      <Sheet title="Kontakt">
        <div className="stack">
          {contacts.length === 0 && <p className="small">Ingen kontakt er skrevet på foreningen, så intet link kan sendes.</p>}
          <ul className="plain stack">{contacts.map(({ role, name, mail, phone }) => <li key={role + mail}><b>{contactRoles[role] ?? role}</b><br />{name}<br />{mail}<br /><span dir="ltr" className="num">{phoneInPairs(phone)}</span></li>)}</ul>
          {mayAct && contacts.length > 0 && (
            <>
              <p className="small">Linket sendes til dem alle og gælder i 14 dage. Et ældre link holder op med at virke.</p>
              <Problem error={link.error} />
              <Button kind="secondary" busy={link.isPending} onClick={() => link.mutate({ foreningId, offerId: null }, { onSuccess: () => say('Linket er på vej') })}>Send et nyt link</Button>
            </>
          )}
        </div>
      </Sheet>
      <Sheet title="Udbetaling">
        <p>{payment.rail === 'nemkonto' ? `NemKonto på CVR ${payment.cvr}` : 'Konto hos Stripe'}. {payment.isReady ? 'Klar.' : 'Mangler oplysninger.'}{payment.changedOn && ` Skiftet ${formatDay(payment.changedOn)}.`}</p>
      </Sheet>
    </div>
  )
}
