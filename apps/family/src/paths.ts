import { useParams } from '@tanstack/react-router'

/** Every page of the family app by what it is for; the rooms link to each other through this table alone. */
export function pathsOf(kommuneKey: string) {
  const root = `/${kommuneKey}`
  return {
    start: `${root}/`,
    quickTest: `${root}/kan-vi-faa-det`,
    apply: `${root}/ansoeg`,
    course: `${root}/forloeb`,
    fritidspas: (childId: string) => `${root}/fritidspas/${childId}`,
    offers: `${root}/find`,
    offer: (offerId: string) => `${root}/find/${offerId}`,
    holidayProgram: `${root}/ferie`,
    papers: `${root}/papirer`,
    whoLooked: `${root}/hvem-har-set`,
    accessibility: `${root}/was`,
  } as const
}

/** The pages of the kommune one is in. */
export function usePaths() {
  const { kommune = '' } = useParams({ strict: false })
  return pathsOf(kommune)
}
