import { useTRPC } from '@medspil/client'
import { useQuery } from '@tanstack/react-query'
import { Loaded } from '../problem.tsx'
import { TodaysTeam } from './todays-team.tsx'

/** Behind a link for one team. */
export default function TeamPage() {
  const list = useQuery(useTRPC().attendance.list.queryOptions({}))
  return <Loaded query={list}>{(team) => <TodaysTeam team={team} />}</Loaded>
}
