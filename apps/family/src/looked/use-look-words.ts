import { useLingui } from '@lingui/react/macro'

const locales: Readonly<Record<string, string>> = { da: 'da-DK', en: 'en-GB', ar: 'ar-u-nu-latn', uk: 'uk-UA', tr: 'tr-TR', so: 'so' }

/** The log in words a family understands; what it has no words for is shown as the kommune wrote it. */
export function useLookWords() {
  const { t } = useLingui()
  const roles: Readonly<Record<string, string>> = {
    family: t`En fra familien`, caseworker: t`Sagsbehandler`, fritidsvejleder: t`Fritidsvejleder`, fagperson: t`Fagperson`, leader: t`Leder`,
    fritidsguide: t`Fritidsguide`, forening: t`Foreningen`, job: t`Computeren`, administrator: t`Administrator`, payer: t`Økonomi`, link: t`Et link, du fik`,
  }
  const whys: Readonly<Record<string, string>> = {
    'own family': t`Jeres egne oplysninger.`, 'own-family': t`Jeres egne oplysninger.`, værge: t`Jeres egne oplysninger.`,
    ansøgning: t`For at svare på ansøgningen.`, sagsbehandling: t`For at svare på ansøgningen.`, afgørelse: t`For at svare på ansøgningen.`,
    'signed-up-here': t`Barnet er meldt til her.`, payout: t`For at betale foreningen.`, 'gav eller indstillede': t`Gav jer hjælpen, eller foreslog den.`,
    caseworker: t`For at svare på ansøgningen.`, fritidsvejleder: t`For at hjælpe jer i gang.`, granted: t`Gav jer hjælpen.`, nominated: t`Foreslog jer hjælpen.`,
  }
  const fields: Readonly<Record<string, string>> = {
    name: t`navn`, displayName: t`fornavn`, initials: t`forbogstaver`, age: t`alder`, 'birth-day': t`fødselsdag`, school: t`skole`, contact: t`telefon`,
    application: t`ansøgning`, 'application-list': t`ansøgninger`, decision: t`svar`, status: t`hvor langt I er`, fritidspas: t`fritidspas`,
    statement: t`opgørelse`, signup: t`tilmelding`, attendance: t`fremmøde`, 'follow-up': t`opfølgning`, 'letter-list': t`breve`, subsidy: t`betaling`,
  }
  return {
    /** "Mette Holm, fritidsvejleder"; a role alone when no person is named. */
    who: (name: string, role: string): string => (name === role || name === '' ? roles[role] ?? role : `${name}, ${(roles[role] ?? role).toLocaleLowerCase()}`),
    why: (why: string, role: string): string => (role === 'family' ? t`Jeres egne oplysninger.` : whys[why] ?? t`Grund: ${why}.`),
    fields: (names: readonly string[]): string => {
      const list = names.map((name) => fields[name] ?? name).join(', ')
      return list ? t`Så: ${list}.` : ''
    },
    moment: (at: string, language: string): string => new Date(at).toLocaleString(locales[language] ?? 'da-DK', { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
  }
}
