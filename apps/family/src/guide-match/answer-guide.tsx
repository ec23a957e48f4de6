import { Trans } from '@lingui/react/macro'
import { useOnce, useTRPC } from '@medspil/client'
import type { MatchView } from '@medspil/contracts/guide-match'
import { Button, Panel, useToast } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { ProblemNotice } from '../home/problem-notice.tsx'
import { GuideFacts } from './guide-facts.tsx'

/** The guide has said yes; now the child and its family do, or say no without a reason. Their yes is the permission too. */
export function AnswerGuide({ match, isFirst }: { match: MatchView; isFirst: boolean }) {
  const { matchId, childFirstName, guideName } = match
  const trpc = useTRPC()
  const queries = useQueryClient()
  const toast = useToast()
  const answer = useOnce(`guide-match.answer:${matchId}`, trpc.guideMatch.answerAsFamily.mutationOptions())
  const guide = <bdi>{guideName.split(' ')[0]}</bdi>
  const name = <bdi>{childFirstName}</bdi>
  const send = (says: 'yes' | 'no') => answer.mutate({ matchId, says }, {
    onSuccess: async () => {
      toast(says === 'yes' ? <Trans>Så følges {guide} og {name} ad</Trans> : <Trans>Det er helt i orden. Vi leder efter en anden</Trans>)
      await queries.invalidateQueries({ queryKey: trpc.guideMatch.ofMyFamily.queryKey() })
    },
  })
  return (
    <section>
      <Panel look={isFirst ? 'turn' : 'kommune'}>
        <h2><Trans>{guide} vil gerne følges med {name}</Trans></h2>
        <GuideFacts match={match} />
        <p><Trans>Spørg {name}, før I svarer. Jeres ja giver også lov til, at {guide} henter {name}.</Trans></p>
        <Button wide kind={isFirst ? 'primary' : 'secondary'} busy={answer.isPending} onClick={() => send('yes')}><Trans>Ja, det vil vi gerne</Trans></Button>
        <Button wide kind="secondary" busy={answer.isPending} onClick={() => send('no')}><Trans>Nej tak</Trans></Button>
        <p className="small"><Trans>Et nej behøver ingen grund.</Trans></p>
        <ProblemNotice error={answer.error} />
      </Panel>
    </section>
  )
}
