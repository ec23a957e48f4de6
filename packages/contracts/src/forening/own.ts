import * as z from 'zod/mini'
import { DayText, Id, Line, mutationInput, OreSum } from '../shared.ts'
import { OfferStateText } from './offer.ts'

export const ApprovalText = z.enum(['known', 'applied', 'approved', 'approved-with-limits', 'refused', 'declaration-missing', 'suspended', 'closed'])

/** How money reaches a forening. NemKonto by CVR unless it has opened an account for card money. */
export const PaymentReadiness = z.strictObject({ rail: z.enum(['nemkonto', 'stripe']), isReady: z.boolean(), cvr: z.string(), changedOn: z.nullable(DayText) })
export type PaymentReadiness = z.infer<typeof PaymentReadiness>

/** Whether this year's word on børneattester is given. `canGiveNext`: from November the next year's may be given. */
export const DeclarationStatus = z.strictObject({
  year: z.number(), isValid: z.boolean(), validTo: z.nullable(DayText), declaredBy: z.nullable(z.string()), declaredOn: z.nullable(DayText), askedYear: z.nullable(z.number()),
})
export type DeclarationStatus = z.infer<typeof DeclarationStatus>

/** A child whose place waits for the forening's word. */
export const AwaitingAnswer = z.strictObject({ signupId: Id, displayName: z.string(), offerTitle: z.string(), askedOn: DayText, hasAsked: z.boolean() })

/** A forening's own page. `children`: how many have a place; to the forening itself each kept place is one. */
export const ForeningView = z.strictObject({
  foreningId: Id, name: z.string(), approval: ApprovalText, declaration: DeclarationStatus, payment: PaymentReadiness,
  contacts: z.array(z.strictObject({ role: z.string(), name: z.string(), mail: z.string(), phone: z.string() })),
  awaiting: z.array(AwaitingAnswer),
  offers: z.array(z.strictObject({
    offerId: Id, title: z.string(), weekday: z.nullable(z.number()), timeFrom: z.string(), place: z.string(), price: OreSum,
    state: OfferStateText, moderationNote: z.nullable(z.string()), capacity: z.number(), children: z.number(), isHoliday: z.boolean(),
  })),
})
export type ForeningView = z.infer<typeof ForeningView>

/** The yearly word that the forening obtains børneattester (folkeoplysningsloven § 4 stk. 4). Never a certificate. */
export const DeclareInput = mutationInput({ year: z.int().check(z.minimum(2015), z.maximum(2100)), declaredBy: Line, isTrue: z.literal(true) })
export type DeclareInput = z.infer<typeof DeclareInput>
