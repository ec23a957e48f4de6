import { useLingui } from '@lingui/react/macro'
import { formatDay, formatTime } from '@medspil/ui'

const clock = new Intl.DateTimeFormat('sv-SE', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Copenhagen' })
const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' })

/** The log in words a family understands; what it has no words for is shown as the kommune wrote it. */
export function useLookWords() {
  const { t } = useLingui()
  const roles: Readonly<Record<string, string>> = {
    family: t`En fra familien`, caseworker: t`Sagsbehandler`, fritidsvejleder: t`Fritidsvejleder`, fagperson: t`Fagperson`, leader: t`Leder`,
    fritidsguide: t`Fritidsguide`, forening: t`Foreningen`, job: t`Computeren`, administrator: t`Administrator`, payer: t`Økonomi`, link: t`Et link, du fik`, friend: t`Fra jeres vennegruppe`,
  }
  const whys: Readonly<Record<string, string>> = {
    'own family': t`Jeres egne oplysninger.`, 'own-family': t`Jeres egne oplysninger.`, 'eget brev': t`Jeres egne oplysninger.`, værge: t`Jeres egne oplysninger.`,
    ansøgning: t`For at svare på ansøgningen.`, sagsbehandling: t`For at svare på ansøgningen.`, afgørelse: t`For at svare på ansøgningen.`,
    'signed-up-here': t`Barnet er meldt til her.`, payout: t`For at betale foreningen.`, 'refund-failed': t`For at betale jer penge tilbage.`, 'gav eller indstillede': t`Gav jer hjælpen, eller foreslog den.`,
    caseworker: t`For at svare på ansøgningen.`, fritidsvejleder: t`For at hjælpe jer i gang.`, granted: t`Gav jer hjælpen.`, nominated: t`Foreslog jer hjælpen.`,
    'follow-up': t`For at høre, hvordan det går.`, 'guide-match': t`For at finde en guide.`, guidance: t`For at finde en guide.`, 'friend-group': t`Jeres børn går sammen i et ferieprogram.`, 'prøve af regler, kun tal': t`For at prøve nye regler.`,
  }
  const fields: Readonly<Record<string, string>> = {
    name: t`navn`, displayName: t`fornavn`, initials: t`forbogstaver`, age: t`alder`, 'birth-day': t`fødselsdag`, school: t`skole`, contact: t`telefon`, area: t`område`, language: t`sprog`,
    application: t`ansøgning`, 'application-facts': t`oplysninger i ansøgningen`, 'application-list': t`ansøgninger`, decision: t`svar`, status: t`hvor langt I er`, fritidspas: t`fritidspas`,
    statement: t`opgørelse`, signup: t`tilmelding`, attendance: t`fremmøde`, care: t`allergi, medicin og hvem der henter`, course: t`forløb`, task: t`opfølgning`, 'follow-up': t`opfølgning`, letter: t`brev`, 'letter-title': t`breve`, 'letter-list': t`breve`, subsidy: t`betaling`, payment: t`betaling`,
  }
  return {
    /** "Mette Holm, fritidsvejleder"; a role alone when no person is named, as where the computer itself looked. */
    who: (name: string, kind: string, why: string): string => {
      const role = why === 'friend-group' ? 'friend' : kind
      return name === role || name === '' || role === 'job' ? roles[role] ?? role : `${name}, ${(roles[role] ?? role).toLocaleLowerCase()}`
    },
    why: (why: string, role: string): string => (role === 'family' && why !== 'friend-group' ? t`Jeres egne oplysninger.` : whys[why] ?? t`Grund: ${why}.`),
    fields: (names: readonly string[]): string => {
      const list = [...new Set(names.map((name) => fields[name] ?? name))].join(', ')
      return list ? t`Så: ${list}.` : ''
    },
    moment: (at: string, language: string): string => `${formatDay(calendar.format(new Date(at)), language)} ${formatTime(clock.format(new Date(at)), language)}`,
  }
}
