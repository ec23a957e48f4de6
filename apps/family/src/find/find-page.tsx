import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { hasNoPage, useTRPC } from '@medspil/client'
import type { OfferView } from '@medspil/contracts/offer'
import { BackLink, Button, Chip, EmptyState, OfferRow, Page, Panel, PersonNote, PhoneLink, TextField, useLanguage, Waiting } from '@medspil/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useKommune } from '../frame/kommune.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { UnansweredPage } from '../frame/stray-pages.tsx'
import { usePaths } from '../paths.ts'
import { useChosenChild } from './chosen-child.ts'
import { colourOf, signOf, travelSign } from './offer-signs.ts'
import { PlaceTag } from './place-tag.tsx'
import { PriceText, WithoutPassText } from './price.tsx'
import { MeetsText, weekdayName } from './say-when.tsx'

const pageSize = 10
const noChoices = { free: false, withPass: false, trial: false, weekday: undefined as number | undefined, area: undefined as string | undefined, text: '' }

/** Find: from all offers to a few that fit this child. What fits stands first; the rest says why not. */
export function FindPage() {
  const { t } = useLingui()
  const trpc = useTRPC()
  const { child, children, choose, isKnown } = useChosenChild()
  const [choices, setChoices] = useState(noChoices)
  const [shown, setShown] = useState(pageSize)
  const text = useDeferredValue(choices.text.trim())
  const asked = { ...(child && { childId: child.id }), ...(choices.weekday && { weekday: choices.weekday }), ...(choices.area && { area: choices.area }), ...(text && { text }) }
  const found = useQuery(trpc.offer.list.queryOptions(asked, { enabled: isKnown, placeholderData: keepPreviousData }))
  const change = (part: Partial<typeof noChoices>) => {
    setChoices({ ...choices, ...part })
    setShown(pageSize)
  }
  if (hasNoPage(found)) return <UnansweredPage onRetry={() => void found.refetch()} />
  const fitting = (found.data?.offers ?? []).filter((offer) => (!offer.forChild || offer.forChild.fit.ok)
    && (!choices.free || offer.freePlaces > 0) && (!choices.trial || offer.trialFree) && (!choices.withPass || (offer.forChild?.price.paidByYou ?? offer.price) === 0n))

  return (
    <Page>
      <PageTitle title={t`Find noget at gå til`} />
      <Back isLoggedIn={child !== null} name={child?.firstName} />
      <div className="stack">
        <h1><Trans>Find noget at gå til</Trans></h1>
        {found.data && <p className="lead" role="status"><Count count={fitting.length} name={child?.firstName} years={child?.years} /></p>}
        {children.length > 1 && (
          <ul className="filters" aria-label={t`Barn`}>
            {children.map((one) => <li key={one.id}><Chip on={one.id === child?.id} onToggle={() => choose(one.id)}>{one.firstName}</Chip></li>)}
          </ul>
        )}
        <Choices choices={choices} areas={found.data?.areas ?? []} hasPass={(found.data?.offers ?? []).some((offer) => offer.forChild?.hasPass)} onChange={change} />
        {!found.data && <Waiting><Trans>Henter tilbud</Trans></Waiting>}
        {found.data && fitting.length === 0 && (
          <EmptyState pictogram="soeg" title={<Trans>Ingen tilbud passer lige nu</Trans>}>
            <p><Trans>Prøv med færre valg. Eller ring, så finder vi noget sammen.</Trans></p>
            <Button kind="secondary" onClick={() => change(noChoices)}><Trans>Fjern alle valg</Trans></Button>
          </EmptyState>
        )}
        <ul className="rows">{fitting.slice(0, shown).map((offer) => <OfferLine key={offer.id} offer={offer} />)}</ul>
        {fitting.length > shown && <Button kind="secondary" wide onClick={() => setShown(shown + pageSize)}><Trans>Vis {Math.min(pageSize, fitting.length - shown)} til</Trans></Button>}
      </div>
      <HelpToChoose />
    </Page>
  )
}

function Back(props: { isLoggedIn: boolean; name: string | undefined }) {
  const paths = usePaths()
  return props.isLoggedIn
    ? <BackLink href={paths.course}><Trans>Vores forløb</Trans></BackLink>
    : <BackLink href={paths.start}><Trans>Forsiden</Trans></BackLink>
}

function Count(props: { count: number; name: string | undefined; years: number | undefined }) {
  const { count, name, years } = props
  return name === undefined
    ? <Plural value={count} one="# tilbud i kommunen" other="# tilbud i kommunen" />
    : <Trans><Plural value={count} one="# tilbud passer" other="# tilbud passer" /> til {name}, {years} år.</Trans>
}

function Choices(props: { choices: typeof noChoices; areas: readonly string[]; hasPass: boolean; onChange: (part: Partial<typeof noChoices>) => void }) {
  const { t } = useLingui()
  const language = useLanguage()
  const [all, setAll] = useState(Boolean(props.choices.text || props.choices.weekday || props.choices.area))
  const { choices, areas, hasPass, onChange } = props
  return (
    <>
      <ul className="filters" aria-label={t`Valg`}>
        <li><Chip on={all} pictogram="filter" onToggle={() => setAll(!all)}><Trans>Alle valg</Trans></Chip></li>
        <li><Chip on={choices.free} onToggle={() => onChange({ free: !choices.free })}><Trans>Ledige pladser</Trans></Chip></li>
        {(hasPass || choices.withPass) && <li><Chip on={choices.withPass} onToggle={() => onChange({ withPass: !choices.withPass })}><Trans>0 kr. med pas</Trans></Chip></li>}
        <li><Chip on={choices.trial} onToggle={() => onChange({ trial: !choices.trial })}><Trans>Prøv gratis</Trans></Chip></li>
      </ul>
      {all && (
        <div className="stack">
          <TextField name="text" label={t`Søg`} hint={t`Fodbold, dans eller en by`} value={choices.text} onChange={(event) => onChange({ text: event.currentTarget.value })} />
          <fieldset className="plain">
            <legend><b><Trans>Dag</Trans></b></legend>
            <ul className="filters">
              {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
                <li key={weekday}><Chip on={choices.weekday === weekday} onToggle={() => onChange({ weekday: choices.weekday === weekday ? undefined : weekday })}>{weekdayName(weekday, language)}</Chip></li>
              ))}
            </ul>
          </fieldset>
          {areas.length > 1 && (
            <fieldset className="plain">
              <legend><b><Trans>Område</Trans></b></legend>
              <ul className="filters">
                {areas.map((area) => <li key={area}><Chip on={choices.area === area} onToggle={() => onChange({ area: choices.area === area ? undefined : area })}><bdi lang="da">{area}</bdi></Chip></li>)}
              </ul>
            </fieldset>
          )}
        </div>
      )}
    </>
  )
}

/** One offer in the list. */
export function OfferLine({ offer }: { offer: OfferView }) {
  const paths = usePaths()
  return (
    <OfferRow
      href={paths.offer(offer.id)} pictogram={signOf(offer.pictogram)} colour={colourOf(offer.pictogram)} title={offer.title} forening={offer.foreningName}
      facts={[
        { pictogram: 'ur', text: <MeetsText {...offer} /> },
        { pictogram: travelSign(offer.travel), text: <bdi lang="da">{offer.travel || offer.place}</bdi> },
      ]}
      price={<PriceText price={offer.price} forChild={offer.forChild} />} without={<WithoutPassText price={offer.price} forChild={offer.forChild} />}
      tag={<PlaceTag offer={offer} />}
    />
  )
}

function HelpToChoose() {
  const { phone } = useKommune()
  return (
    <Panel look="calm">
      <PersonNote pictogram="familie">
        <h2><Trans>Er det svært at vælge?</Trans></h2>
        <p><Trans>Ring til os på <PhoneLink phone={phone} />. Vi finder gerne tre med jer.</Trans></p>
      </PersonNote>
    </Panel>
  )
}
