import { Trans } from '@lingui/react/macro'
import { useTRPCClient } from '@medspil/client'
import type { CalendarOf } from '@medspil/contracts/attendance'
import { ActRow, Notice } from '@medspil/ui'
import { type ReactNode, useState } from 'react'

/** Fetches days as a file that the phone's own calendar opens. */
export function CalendarLink({ of, children }: { of: CalendarOf; children: ReactNode }) {
  const client = useTRPCClient()
  const [isLost, setLost] = useState(false)
  const fetchFile = async () => {
    setLost(false)
    try {
      const { fileName, text } = await client.attendance.calendar.query(of)
      const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }))
      Object.assign(document.createElement('a'), { href: address, download: fileName }).click()
      // The browser has taken the file by then.
      setTimeout(() => URL.revokeObjectURL(address), 10_000)
    } catch {
      setLost(true)
    }
  }
  return (
    <>
      <p><ActRow pictogram="kalender" onClick={() => void fetchFile()}>{children}</ActRow></p>
      {isLost && <Notice tone="no" role="alert"><p><Trans>Filen kom ikke. Tryk igen.</Trans></p></Notice>}
    </>
  )
}
