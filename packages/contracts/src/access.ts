import { staffRoles } from '@medspil/domain/access'
import * as z from 'zod/mini'
import { Id, KommuneKey } from './shared.ts'

/** What stands on every page: who is asking, and how to reach them. */
export const KommuneView = z.strictObject({
  key: KommuneKey,
  name: z.string(),
  phone: z.string(),
  phoneHours: z.string(),
  meetPlace: z.string(),
  mail: z.string(),
  /** Hex colour of the kommune. */
  colour: z.string(),
})
export type KommuneView = z.infer<typeof KommuneView>

/** Who the server takes the browser for. */
export const WhoAmI = z.strictObject({
  kind: z.enum(['visitor', 'family', 'fritidsguide', 'forening', 'link', ...staffRoles]),
  id: z.nullable(Id),
  name: z.nullable(z.string()),
  title: z.nullable(z.string()),
  /** Other roles the same person may choose. */
  otherRoles: z.array(z.strictObject({ staffId: Id, role: z.enum(staffRoles), workplace: z.string() })),
})
export type WhoAmI = z.infer<typeof WhoAmI>
