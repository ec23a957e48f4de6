import { useOnce, useTRPC } from '@medspil/client'
import type { MatchView } from '@medspil/contracts/guide-match'
import { Button, ButtonRow, FactList, useToast } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Problem } from '../frame/problem.tsx'
import { capital, languageName, ownStageWords, sayList, weekdayName } from './words.ts'

/** A child the guide is asked about: yes or no, both one press, and a no needs no reason. */
export function AnswerProposal({ match, isStrong }: { match: MatchView; isStrong: boolean }) {
  const { childFirstName: child, matchId, wishes } = match
  const trpc = useTRPC()
  const cache = useQueryClient()
  const say = useToast()
  const answer = useOnce(`guide-match.answer:${matchId}`, trpc.guideMatch.answerAsGuide.mutationOptions())
  const send = (says: 'yes' | 'no') => answer.mutate({ matchId, says }, {
    onSuccess: async () => {
      say(says === 'yes' ? `Tak. Nu bliver ${child} spurgt` : 'Det er helt i orden. Du hører ikke mere om det')
      await cache.invalidateQueries({ queryKey: trpc.guideMatch.myTrips.queryKey() })
    },
  })
  const likes = [
    ...(wishes.interests.length > 0 ? [`Kan lide ${sayList(wishes.interests)}.`] : []),
    ...(wishes.languages.length > 0 ? [`Taler gerne ${sayList(wishes.languages.map(languageName))}.`] : []),
  ]
  const title = `spoergsmaal-${matchId}`
  return (
    <section className="panel" aria-labelledby={title}>
      <p className="small">Kommunen spørger dig</p>
      <h2 id={title}>Vil du følges med {child}?</h2>
      <FactList
        facts={[
          { pictogram: 'kalender', name: 'Dag', text: `${capital(weekdayName(match.weekday))}e` },
          { pictogram: 'guide', name: 'Sådan følges I ad', text: ownStageWords[match.stage] },
          ...(likes.length > 0 ? [{ pictogram: 'person' as const, name: 'Barnet', text: likes.join(' ') }] : []),
        ]}
      />
      <ButtonRow>
        <Button kind={isStrong ? 'primary' : 'secondary'} busy={answer.isPending} onClick={() => send('yes')}>Ja, det vil jeg gerne</Button>
        <Button kind="secondary" busy={answer.isPending} onClick={() => send('no')}>Nej tak</Button>
      </ButtonRow>
      <p className="small">Et nej behøver ingen grund. Siger du ja, bliver {child} og familien spurgt.</p>
      <Problem error={answer.error} />
    </section>
  )
}
