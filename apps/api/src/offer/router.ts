import { OfferDetail, OfferFilter, OfferList, ShowOffer } from '@medspil/contracts/offer'
import { policy } from '@medspil/domain/access'
import { outsideMutation, router } from '../trpc/procedure.ts'
import { listOffers, showOffer } from './show-offers.ts'

/** What a child can join. */
export const offerRouter = router({
  list: outsideMutation(policy['offer.list'].kinds).input(OfferFilter).output(OfferList).query(({ ctx, input }) => listOffers(ctx, input)),
  show: outsideMutation(policy['offer.list'].kinds).input(ShowOffer).output(OfferDetail).query(({ ctx, input }) => showOffer(ctx, input)),
})
