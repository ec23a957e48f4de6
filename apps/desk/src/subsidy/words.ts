import type { ClaimView, ClawbackView, HeldBackReason, HeldBackView, PayoutRow, PayoutView } from '@medspil/contracts/subsidy'
import { formatDay } from '@medspil/ui'
import type { Tone } from '@medspil/ui'

/** What the money is for, on a line without a child. */
export const paysWords: Record<NonNullable<ClaimView['pays']> | 'own-share' | 'activity', string> = {
  kontingent: 'Kontingent', kit: 'Udstyr', trip: 'Tur eller stævne', camp: 'Lejr', transport: 'Transport', 'own-share': 'Familiens egen del', activity: 'Ferieaktivitet',
}

/** The state of a payout in two or three words, with the tone of its tag. */
export const payoutWords: Record<PayoutRow['state'], { text: string; tone: Tone }> = {
  draft: { text: 'Kladde', tone: 'plain' }, submitted: { text: 'Venter på frigivelse', tone: 'judge' }, approved: { text: 'Frigivet', tone: 'info' },
  sent: { text: 'Sendt', tone: 'info' }, confirmed: { text: 'Betalt', tone: 'ok' }, failed: { text: 'Ikke alt kom frem', tone: 'no' },
  unknown: { text: 'Bliver slået op', tone: 'wait' }, void: { text: 'Ikke sendt', tone: 'plain' },
}

/** The state of one line after release. */
export const lineWords: Record<PayoutView['groups'][number]['lines'][number]['state'], { text: string; tone: Tone }> = {
  waiting: { text: 'Venter', tone: 'wait' }, sent: { text: 'På vej', tone: 'info' }, confirmed: { text: 'Betalt', tone: 'ok' },
  failed: { text: 'Kom ikke frem', tone: 'no' }, unknown: { text: 'Bliver slået op', tone: 'wait' },
}

const heldBackSentences: Record<HeldBackReason, (forening: string, daysAgo: number | null) => string> = {
  'forening-closed': (forening) => `${forening} er lukket.`,
  'forening-suspended': (forening) => `${forening} er sat på pause.`,
  'forening-not-approved': (forening) => `${forening} er ikke godkendt.`,
  'forening-not-approved-at-check': (forening) => `${forening} er ikke godkendt.`,
  'forening-declaration-missing': (forening) => `${forening} mangler årets erklæring om børneattester.`,
  'declaration-missing-at-check': (forening) => `${forening} mangler årets erklæring om børneattester.`,
  'forening-named-receiver-missing': (forening) => `${forening} har intet CVR-nummer og ingen navngiven modtager.`,
  'forening-payment-details-missing': (forening) => `${forening} har ikke givet kontooplysninger.`,
  'forening-stripe-not-ready': (forening) => `${forening} mangler at udfylde noget hos Stripe.`,
  'claim-above-fee': () => 'Kravet er højere end foreningens eget kontingent.',
  'claim-not-covered-by-hold': () => 'Kravet er højere end det, passet har sat af.',
  'expense-paid-elsewhere': () => 'Udgiften er betalt gennem en anden ordning.',
  'payee-changed': (forening, daysAgo) => `${forening} fik nyt kontonummer ${daysAgoWords(daysAgo ?? 0)}. Det kræver en godkendelse mere.`,
}

/** Why a claim is not paid, as one sentence. */
export const sayHeldBack = ({ payee, why, daysAgo }: HeldBackView): string => heldBackSentences[why](payee.name, daysAgo)

/** "i dag", "i går", "for 4 dage siden". */
export const daysAgoWords = (days: number): string => (days <= 0 ? 'i dag' : days === 1 ? 'i går' : `for ${days} dage siden`)

const failedWords: Record<string, string> = {
  'payee-changed': 'Foreningen fik en anden konto efter frigivelsen.', 'forening-declaration-missing': 'Erklæringen om børneattester udløb før afsendelsen.',
  'forening-suspended': 'Foreningen blev sat på pause før afsendelsen.', 'forening-closed': 'Foreningen lukkede før afsendelsen.',
  'absent-after-a-day': 'Stripe fik aldrig overførslen. Der er ikke betalt noget.', balance_insufficient: 'Der var for få penge på kontoen hos Stripe.',
  insufficient_capabilities_for_transfer: 'Foreningens konto hos Stripe er lukket for overførsler.',
}

/** Why a line did not arrive; the claim is then ready to be paid anew. */
export const sayFailed = (why: string | null): string => (why && failedWords[why]) || 'Stripe tog ikke imod overførslen.'

/** What was tested, as it stands on the approver's screen; `not` when the point stands in the way. */
export const checkWords: Record<PayoutView['checks'][number]['check'], { holds: (view: PayoutView) => string; not: (view: PayoutView) => string }> = {
  'forening-confirmed': { holds: () => 'Hver linje er bekræftet af foreningen eller er en aktivitet, der er holdt', not: () => 'En linje er hverken bekræftet eller holdt' },
  'not-paid-before': { holds: () => 'Ingen linje er betalt før', not: () => 'En linje står også i en anden udbetaling' },
  declarations: { holds: ({ year }) => `Alle erklæringer gælder for ${year}`, not: () => 'En forening kan ikke få penge i dag' },
  'other-person': { holds: () => 'Du er ikke den, der har forberedt', not: () => 'Du har selv forberedt den' },
  'within-cap': { holds: () => 'Summen er under dit loft', not: () => 'Summen er over dit loft' },
  'fresh-payee': { holds: () => 'To har frigivet, fordi en konto er ny', not: ({ approvals }) => `En konto er ny, så to skal frigive. ${approvals.length === 0 ? 'Ingen' : 'Én'} har gjort det` },
}

/** Why money is asked back. */
export const causeWords: Record<ClawbackView['cause'], string> = {
  'never-came': 'Barnet kom aldrig', withdrew: 'Barnet stoppede', overpaid: 'Der er betalt for meget', 'declared-wrongly': 'Erklæringen var forkert',
}

/** Where a clawback stands. */
export const clawbackWords: Record<ClawbackView['state'], { text: string; tone: Tone }> = {
  proposed: { text: 'Foreningen er spurgt', tone: 'wait' }, answered: { text: 'Foreningen har svaret', tone: 'judge' }, agreed: { text: 'Aftalt', tone: 'info' },
  decided: { text: 'Afgjort', tone: 'info' }, dropped: { text: 'Frafaldet', tone: 'plain' }, collected: { text: 'Hentet ind', tone: 'ok' },
}

/** How the money came back. */
export const collectedWords = { 'set-off': 'Trukket fra en anden udbetaling', 'paid-back': 'Taget tilbage fra kontoen' } as const

/** What an account of the ledger holds, for the one who looks for a difference. */
export const accountWords: Readonly<Record<string, string>> = {
  appropriation: 'Givet til puljen', pool: 'I puljen', spent: 'Brugt af puljen', purse: 'På et fritidspas', held: 'Sat af på et fritidspas', owed: 'Skyldes', 'in-transit': 'På vej',
  'co-payment': 'Familiers egen del', 'laid-out': 'Lagt ud for en forening', 'paid-otherwise': 'Betalt tilbage på anden måde', payment: 'Betaling hos Stripe', 'refunds of payment': 'Tilbagebetalinger hos Stripe', received: 'Modtaget', stripe: 'Hos Stripe', all: 'Alle konti lagt sammen',
}

/** The control number of a payout: the start of the hash that a release is bound to, as two groups. */
export const controlNumber = (linesHash: string): string => `${linesHash.slice(0, 4)}-${linesHash.slice(4, 8)}`.toUpperCase()

/** "1 linje", "11 linjer". */
export const linesWord = (count: number): string => `${count} ${count === 1 ? 'linje' : 'linjer'}`

/** "1 krav", "14 krav". */
export const claimsWord = (count: number): string => `${count} krav`

/** "1 forening", "4 foreninger". */
export const foreningerWord = (count: number): string => `${count} ${count === 1 ? 'forening' : 'foreninger'}`

/** A CVR number in pairs, as it stands on paper. */
export const cvrInPairs = (cvr: string): string => cvr.replace(/(\d\d)(?=\d)/g, '$1\u00a0')

const clock = new Intl.DateTimeFormat('da-DK', { timeZone: 'Europe/Copenhagen', hour: 'numeric', minute: '2-digit' })
const copenhagenDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' })

/** "torsdag den 6. august kl. 9.12" of a moment in UTC. */
export const momentWords = (moment: string): string => {
  const at = new Date(moment)
  return `${formatDay(copenhagenDay.format(at), 'da', 'weekday')} kl.\u00a0${clock.format(at).replace(':', '.').replace(/^0/, '')}`
}
