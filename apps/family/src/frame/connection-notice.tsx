import { Trans } from '@lingui/react/macro'
import { Notice } from '@medspil/ui'
import { useSyncExternalStore } from 'react'

function watchConnection(changed: () => void): () => void {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}

/** Whether the phone has a network at all. */
export function useOnline(): boolean {
  return useSyncExternalStore(watchConnection, () => navigator.onLine, () => true)
}

/** Says that there is no network, and that nothing is lost by it. The region stands there always, so that it is read out. */
export function ConnectionNotice() {
  const online = useOnline()
  return (
    <div role="status">
      {!online && <Notice tone="info" sign="intetnet" across><Trans>Ingen forbindelse. Dine svar er gemt.</Trans></Notice>}
    </div>
  )
}
