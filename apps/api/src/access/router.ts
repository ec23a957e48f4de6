import { ChooseRole, EndSession, KommuneView, LookView, OpenChild, OpenedChild, OpenedLink, RevokeLink, SessionView, SpotCheckView, WhoAmI, WhoLookedInput } from '@medspil/contracts/access'
import { Done } from '@medspil/contracts/shared'
import { staffRoles } from '@medspil/domain/access'
import * as z from 'zod/mini'
import { familyQuery, kommuneMutation, kommuneQuery, outsideMutation, publicQuery, router } from '../trpc/procedure.ts'
import { openLink, revokeLink } from './links.ts'
import { spotCheck, whoLooked } from './look-log.ts'
import { openChild } from './open-child.ts'
import { readKommune, readKommuner } from './read-kommune.ts'
import { chooseRole, endSession, listSessions } from './sessions.ts'
import { whoAmI } from './who-am-i.ts'

/** Sessions and links are kept behind the gate, so acts on them open its transaction themselves. */
const ownLogin = outsideMutation([...staffRoles, 'family', 'fritidsguide'])

/** Who is asking, who they may be, and what stands on every page. */
export const accessRouter = router({
  kommune: publicQuery.output(KommuneView).query(({ ctx }) => readKommune(ctx)),
  kommuner: publicQuery.output(z.array(KommuneView)).query(({ ctx }) => readKommuner(ctx)),
  whoAmI: publicQuery.output(WhoAmI).query(({ ctx }) => whoAmI(ctx)),
  sessions: ownLogin.output(z.array(SessionView)).query(({ ctx }) => listSessions(ctx)),
  endSession: ownLogin.input(EndSession).output(Done).mutation(({ ctx, input }) => endSession(ctx, input)),
  chooseRole: ownLogin.input(ChooseRole).output(Done).mutation(({ ctx, input }) => chooseRole(ctx, input)),
  whoLooked: familyQuery.input(WhoLookedInput).output(z.array(LookView)).query(({ ctx, input }) => whoLooked(ctx, input)),
  openChild: kommuneMutation.input(OpenChild).output(OpenedChild).mutation(({ ctx, input }) => openChild(ctx, input)),
  spotCheck: kommuneQuery.output(SpotCheckView).query(({ ctx }) => spotCheck(ctx)),
  openLink: publicQuery.output(OpenedLink).query(({ ctx }) => openLink(ctx)),
  revokeLink: outsideMutation(staffRoles).input(RevokeLink).output(Done).mutation(({ ctx, input }) => revokeLink(ctx, input)),
})
