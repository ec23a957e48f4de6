import { hasNoPage, MedspilProvider, useTRPC } from '@medspil/client'
import { RowList, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Alone, UnansweredPage } from '../frame/stray-pages.tsx'

/** The door without a kommune: whose desk? */
export function KommunerPage() {
  useEffect(() => {
    document.title = 'Vælg kommune'
  }, [])
  return (
    <MedspilProvider baseUrl="" kommuneKey={null} app="desk">
      <Alone>
        <div className="stack">
          <h1>Vælg kommune</h1>
          <Kommuner />
        </div>
      </Alone>
    </MedspilProvider>
  )
}

function Kommuner() {
  const kommuner = useQuery(useTRPC().access.kommuner.queryOptions())
  if (hasNoPage(kommuner)) return <UnansweredPage onRetry={() => void kommuner.refetch()} />
  if (kommuner.isPending) return <Waiting>Henter siden</Waiting>
  return <RowList rows={kommuner.data.map(({ key, name }) => ({ key, pictogram: 'sted', text: name, href: `/${key}/` }))} />
}
