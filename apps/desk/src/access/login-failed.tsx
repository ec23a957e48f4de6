import { loginAddress, MedspilProvider, useTRPC } from '@medspil/client'
import { LinkButton, PhoneLink, useKommuneColour } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { Alone } from '../frame/stray-pages.tsx'
import { loginReason } from './login-reason.ts'

/** Why the login ended without letting anybody in, and the way on. It stands outside the frame, since nobody is logged in. */
export function LoginFailed(props: { kommuneKey: string | null; reason: string | undefined }) {
  const { kommuneKey, reason } = props
  if (!kommuneKey) return <Alone><Words reason={reason} again={<LinkButton href="/">Vælg kommune</LinkButton>} /></Alone>
  return (
    <MedspilProvider key={kommuneKey} baseUrl="" kommuneKey={kommuneKey} app="desk">
      <Alone>
        <Words reason={reason} again={<LinkButton href={loginAddress('staff', kommuneKey, `/${kommuneKey}/`)}>Log ind igen</LinkButton>}>
          <CallKommune />
        </Words>
      </Alone>
    </MedspilProvider>
  )
}

function Words(props: { reason: string | undefined; again: ReactNode; children?: ReactNode }) {
  const { title, says, again } = loginReason(props.reason)
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="stack">
      <h1>{title}</h1>
      <p>{says}</p>
      {again && <div>{props.again}</div>}
      {props.children}
    </div>
  )
}

function CallKommune() {
  const { data: kommune } = useQuery(useTRPC().access.kommune.queryOptions(undefined, { staleTime: Infinity }))
  useKommuneColour(kommune?.colour)
  return kommune ? <p>Hjælper det ikke? Ring til {kommune.name} på <PhoneLink phone={kommune.phone} />.</p> : null
}
