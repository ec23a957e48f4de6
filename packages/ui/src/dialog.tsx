import { useEffect, useId, useRef } from 'react'
import type { ReactNode } from 'react'
import { Pictogram } from './pictogram.tsx'

/** The browser's own dialog: it keeps focus inside, closes on Escape and gives focus back by itself. */
export function Dialog(props: {
  open: boolean
  title: ReactNode
  closeLabel: string
  onClose: () => void
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const element = dialog.current
    if (props.open && !element?.open) element?.showModal()
    if (!props.open && element?.open) element.close()
  }, [props.open])
  return (
    <dialog className="dialog" ref={dialog} aria-labelledby={titleId} onClose={props.onClose}>
      <header>
        <h2 id={titleId}>{props.title}</h2>
        <button type="button" className="dialog-close" aria-label={props.closeLabel} onClick={() => dialog.current?.close()}>
          <Pictogram name="kryds" />
        </button>
      </header>
      {props.open && props.children}
    </dialog>
  )
}
