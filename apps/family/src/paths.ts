import { useParams } from '@tanstack/react-router'

/** Every page of the family app by what it is for; the rooms link to each other through this table alone. */
export function pathsOf(kommuneKey: string) {
  const root = `/${kommuneKey}`
  return {
    start: `${root}/`,
    quickTest: `${root}/kan-vi-faa-det`,
    apply: `${root}/ansoeg`,
    question: (ordningKey: string, questionId: string) => `${root}/ansoeg/${ordningKey}/${questionId}`,
    checkAnswers: (ordningKey: string) => `${root}/ansoeg/${ordningKey}/tjek`,
    receipt: (applicationId: string) => `${root}/kvittering/${applicationId}`,
    course: `${root}/forloeb`,
    application: (applicationId: string) => `${root}/forloeb/${applicationId}`,
    fritidspas: (childId: string) => `${root}/fritidspas/${childId}`,
    statement: (childId: string) => `${root}/fritidspas/${childId}/opgoerelse`,
    checkPass: `${root}/pas`,
    offers: `${root}/find`,
    offer: (offerId: string) => `${root}/find/${offerId}`,
    signUp: (offerId: string) => `${root}/find/${offerId}/tilmeld`,
    signup: (signupId: string) => `${root}/tilmelding/${signupId}`,
    holidayProgram: `${root}/ferie`,
    program: (programId: string) => `${root}/ferie/${programId}`,
    wishes: (programId: string) => `${root}/ferie/${programId}/oensker`,
    friends: (programId: string) => `${root}/ferie/${programId}/venner`,
    draw: (programId: string) => `${root}/ferie/${programId}/lodtraekning`,
    ourHoliday: (programId: string) => `${root}/ferie/${programId}/vores`,
    pay: (programId: string) => `${root}/betal/${programId}`,
    payment: (paymentId: string) => `${root}/betaling/${paymentId}`,
    receipts: `${root}/betalinger`,
    days: `${root}/dage`,
    careNote: (signupId: string) => `${root}/tilmelding/${signupId}/oplysninger`,
    afterwards: (signupId: string) => `${root}/efter/${signupId}`,
    guide: `${root}/guide`,
    papers: `${root}/papirer`,
    letter: (letterId: string) => `${root}/papirer/${letterId}`,
    whoLooked: `${root}/hvem-har-set`,
    accessibility: `${root}/was`,
    withoutMitId: `${root}/uden-mitid`,
  } as const
}

/** The pages of the kommune one is in. */
export function usePaths() {
  const { kommune = '' } = useParams({ strict: false })
  return pathsOf(kommune)
}
