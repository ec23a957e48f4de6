import { useLingui } from '@lingui/react/macro'

/** What each kind of help is called inside a sentence; an unknown one keeps its own word. */
export function useSupportNames(): (kind: string) => string {
  const { t } = useLingui()
  const names: Readonly<Record<string, string>> = {
    kontingent: t`kontingent`, kit: t`tøj og udstyr`, trip: t`tur eller stævne`, camp: t`lejr`, transport: t`transport`,
    guidance: t`vejledning`, guideHours: t`en guide, der tager med`, reservedPlace: t`en plads, vi holder`, signUpForFamily: t`hjælp til at melde til`,
  }
  return (kind) => names[kind] ?? kind
}
