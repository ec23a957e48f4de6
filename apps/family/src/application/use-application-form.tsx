import { useLingui } from '@lingui/react/macro'
import { useTRPC, whyMissing } from '@medspil/client'
import type { MyChild } from '@medspil/contracts/application'
import type { PublishedOrdning } from '@medspil/contracts/ordning'
import { useQuery } from '@tanstack/react-query'
import { useKommune } from '../frame/kommune.tsx'
import { useMe } from '../home/use-me.ts'
import type { Who } from './asks/ask.ts'
import { applicationQuestions } from './questions.ts'
import type { Answers } from './questions.ts'

/** What the pages of one application share: the ordning, who is logged in and the children one may apply for. */
export interface FormGround {
  ordning: PublishedOrdning
  readerId: string | null
  /** Null while nobody is logged in. */
  children: readonly MyChild[] | null
}

/** Fetches that ground. `missing`: the kommune has no such ordning today. */
export function useFormGround(ordningKey: string) {
  const trpc = useTRPC()
  const me = useMe()
  const published = useQuery(trpc.ordning.published.queryOptions())
  const children = useQuery({ ...trpc.application.myChildren.queryOptions(), enabled: Boolean(me.id) })
  const ordning = published.data?.ordninger.find(({ key }) => key === ordningKey)
  const isReady = me.id !== undefined && ordning !== undefined && (me.id === null || children.data !== undefined)
  const ground: FormGround | null = isReady ? { ordning, readerId: me.id ?? null, children: me.id ? children.data ?? [] : null } : null
  return {
    ground,
    error: published.error ?? children.error,
    missing: published.data !== undefined && ordning === undefined && whyMissing(published) === 'none',
    again: () => void Promise.all([published.refetch(), me.id && children.refetch()]),
  }
}

/** The children this login may apply for under this ordning. */
export function eligible({ ordning, children }: FormGround): readonly MyChild[] | null {
  return children?.filter((child) => child.ordninger.some(({ key, mayApply }) => key === ordning.key && mayApply)) ?? null
}

/** The child the answers are about: the chosen one, or the only one. Null before login or before the choice. */
export function chosenChild(ground: FormGround, answers: Answers): MyChild | null {
  const able = eligible(ground)
  if (!able) return null
  return able.find(({ childId }) => childId === answers.who) ?? (answers.who === 'self' ? able.find(({ isSelf }) => isSelf) : null) ?? (able.length === 1 ? able[0] : null) ?? null
}

/** The questions of this application, and the word for the one they are about. */
export function useQuestions(ground: FormGround, written: Answers) {
  const { t } = useLingui()
  const able = eligible(ground)
  const child = chosenChild(ground, written)
  const who: Who = { isSelf: child?.isSelf ?? written.who === 'self', name: child?.firstName ?? t`barnet` }
  // "Mig selv" from before the login is now a child with a name.
  const answers = child && written.who !== undefined ? { ...written, who: child.childId } : written
  return { questions: applicationQuestions(ground.ordning, able, answers), who, child, answers }
}

/** The kommune's own key, for the draft. */
export const useKommuneKey = (): string => useKommune().key
