import { addDays, latest, type Day } from '../day.ts'
import type { PurseKind } from '../fritidspas/index.ts'
import type { SignupState } from './states.ts'

/** What tells a season team from a holiday activity. */
export type OfferKind = { programId: string | null }

/** The kind of thing a pass pays here: a forening's fee for the season, or an activity in the holidays. */
export const paidKind = ({ programId }: OfferKind): PurseKind => (programId === null ? 'kontingent' : 'camp')

/**
 * Smallest own share that is asked for, øre: Stripe takes no smaller payment in kroner. What is left below it, after a pass
 * has paid the rest, is not asked for: the place is given, and the kommune carries the øre.
 */
export const smallestCharge = 250n

/**
 * The state of a sign-up that has just got its place. A forening says yes to its own team, since its yes is what the money
 * is paid on. A place of a holiday programme is the programme's to give, and is held for its family until the own share is
 * paid: who has a pass is asked about no more than another, or the question alone would tell the organiser who that is.
 */
export const stateWithPlace = (offer: OfferKind, familyPays: bigint): SignupState =>
  offer.programId !== null && familyPays >= smallestCharge ? 'seat-held' : statePaid(offer)

/** The state of a place whose own share is paid, or that has none. */
export const statePaid = ({ programId }: OfferKind): SignupState => (programId === null ? 'requested' : 'confirmed')

/** How often a family may ask for more time to pay (eksempel). */
export const extensionsMost = 2

/** Days that money stays set aside while the forening has not answered (eksempel: the ordninger do not say). */
export const holdDays = 28

/**
 * The last day on which money that was set aside today may become a claim: for a team while its forening may answer, for a
 * holiday activity as long after its last day, since that is when it is claimed.
 */
export const holdKeptUntil = (today: Day, { programId, lastDay }: OfferKind & { lastDay: Day }): Day =>
  addDays(programId === null ? today : latest(today, lastDay), holdDays)

/** Hours a family has to answer a place on a season team (eksempel); a holiday programme says its own. */
export const seasonAnswerHours = 72
