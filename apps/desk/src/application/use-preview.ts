import { useTRPC } from '@medspil/client'
import type { DecisionDraft } from '@medspil/contracts/application'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

/** A value that has rested for `milliseconds`, so that the server is asked once per thought and not per letter. */
function useRested<Value>(value: Value, milliseconds: number): Value {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return rested
}

const withSums = (key: readonly unknown[]) => JSON.stringify(key, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))

/**
 * The letter that goes with the draft, following the typing.
 * @param version changes when what the server knows has changed under the same draft, such as a saved judgement
 */
export function usePreview(draft: DecisionDraft, version: string) {
  const rested = useRested(useStable(draft), 400)
  const options = useTRPC().application.previewLetter.queryOptions(rested, { placeholderData: keepPreviousData, staleTime: 0 })
  return useQuery({ ...options, queryKeyHashFn: (key) => `${withSums(key)}#${version}` })
}

/** The same object for as long as it says the same. */
function useStable(draft: DecisionDraft): DecisionDraft {
  const [stable, setStable] = useState(draft)
  if (withSums([stable]) === withSums([draft])) return stable
  setStable(draft)
  return draft
}
