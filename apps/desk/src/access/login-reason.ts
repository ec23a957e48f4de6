/** What a login page says: the answer as heading, what to do, and whether trying again can help. */
export interface LoginReason {
  title: string
  says: string
  again: boolean
}

const reasons: Record<string, LoginReason> = {
  'level-too-low': { title: 'Dit login er ikke sikkert nok', says: 'Medspil kræver NSIS-niveau Betydelig. Log ind på den måde, din kommune bruger til det.', again: true },
  'not-known-here': { title: 'Du har ingen rolle her', says: 'Dit login virker, men du er ikke oprettet i Medspil. Bed din leder om at give dig en rolle.', again: false },
  'other-person': { title: 'Det var et andet login', says: 'Du skal vise det samme login, som du arbejder med. Det, du var i gang med, er ikke sendt.', again: true },
  'too-young-to-log-in': { title: 'Du kan ikke logge ind her', says: 'Her arbejder kommunens ansatte. Unge og familier har deres egen side.', again: false },
  cancelled: { title: 'Du er ikke logget ind', says: 'Login blev afbrudt, eller der gik for lang tid. Prøv igen.', again: true },
  away: { title: 'Login svarer ikke', says: 'Login-tjenesten er nede lige nu. Prøv igen om lidt.', again: true },
}

const failed: LoginReason = { title: 'Login gik ikke godt', says: 'Der kom et svar, vi ikke kan bruge. Prøv igen.', again: true }

/** The words for a reason the server has put in the address; an unknown one gets the general words. */
export function loginReason(reason: string | undefined): LoginReason {
  return (reason !== undefined && Object.hasOwn(reasons, reason) ? reasons[reason] : undefined) ?? failed
}
