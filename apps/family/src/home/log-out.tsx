import { Trans } from '@lingui/react/macro'
import { logOut } from '@medspil/client'
import { ActRow } from '@medspil/ui'
import { usePaths } from '../paths.ts'
import { useMe } from './use-me.ts'

/** Who is logged in, and the way out. The page is loaded anew, so that nothing of it stays in memory either. */
export function LogOut() {
  const me = useMe()
  const { start } = usePaths()
  if (!me.id) return null
  return (
    <section>
      <p className="small"><Trans>Du er logget ind som <bdi>{me.name}</bdi>.</Trans></p>
      <ActRow pictogram="laas" onClick={() => void logOut().finally(() => location.assign(start))}><Trans>Log ud</Trans></ActRow>
    </section>
  )
}
