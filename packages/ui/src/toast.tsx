import { createContext, use, useCallback, useState } from 'react'
import type { ReactNode } from 'react'
import { Pictogram } from './pictogram.tsx'

const ToastContext = createContext<(message: ReactNode) => void>(() => undefined)

/** A function that says a short message, seen and read out. What must be acted upon belongs on the page instead. */
export function useToast(): (message: ReactNode) => void {
  return use(ToastContext)
}

/** Holds the one message said last. The region stands in the page from the start, or it would not be read out. */
export function ToastRegion(props: { children: ReactNode }) {
  const [toast, setToast] = useState<{ id: number; message: ReactNode } | null>(null)
  const say = useCallback((message: ReactNode) => {
    const id = performance.now()
    setToast({ id, message })
    setTimeout(() => setToast((shown) => (shown?.id === id ? null : shown)), 8000)
  }, [])
  return (
    <ToastContext value={say}>
      {props.children}
      <div className="toasts" aria-live="polite">
        {toast && (
          <div key={toast.id}>
            <Pictogram name="check" />
            <span>{toast.message}</span>
          </div>
        )}
      </div>
    </ToastContext>
  )
}
