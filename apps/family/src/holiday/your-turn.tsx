import { Plural, Trans } from '@lingui/react/macro'
import type { SignupView } from '@medspil/contracts/signup'
import { formatNames, LinkButton, Money, Panel, useLanguage } from '@medspil/ui'
import { usePaths } from '../paths.ts'
import { MomentText } from './opening-text.tsx'

/** What only the family can do, each with its last moment; one payment for all that is held. */
export function YourTurn({ signups, programId }: { signups: readonly SignupView[]; programId: string }) {
  const paths = usePaths()
  const language = useLanguage()
  if (signups.length === 0) return null
  const offered = signups.filter(({ state }) => state === 'offered')
  // Children who go together are answered for once.
  const together = [...new Map(offered.map((one) => [one.groupId ?? one.id, offered.filter(({ id, groupId }) => id === one.id || (groupId !== null && groupId === one.groupId))])).values()]
  const held = signups.filter(({ state }) => state !== 'offered')
  const first = held.map(({ heldUntil }) => heldUntil ?? '').sort()[0]
  return (
    <Panel look="turn">
      <h2><Trans>Det næste er jeres</Trans></h2>
      {together.map((group) => <Offered key={group[0]!.id} signup={group[0]!} childFirstName={formatNames(group.map((one) => one.childFirstName), language)} isFirst={held.length === 0} />)}
      {held.length > 0 && (
        <div className="stack">
          <p>
            <Plural value={held.length} one="# plads er holdt, mens I betaler." other="# pladser er holdt, mens I betaler." />{' '}
            {first && <b><Trans>Betal senest <MomentText moment={first} />.</Trans></b>}
          </p>
          <LinkButton wide href={paths.pay(programId)}><Trans>Betal <Money ore={held.reduce((sum, { familyPays }) => sum + familyPays, 0n)} /></Trans></LinkButton>
        </div>
      )}
    </Panel>
  )
}

function Offered({ signup: { id, offer, answerBy }, childFirstName, isFirst }: { signup: SignupView; childFirstName: string; isFirst: boolean }) {
  const paths = usePaths()
  return (
    <div className="stack">
      <p><Trans>Der er en plads til <bdi>{childFirstName}</bdi>: <bdi lang="da">{offer.title}</bdi>.</Trans> {answerBy && <b><Trans>Svar senest <MomentText moment={answerBy} />.</Trans></b>}</p>
      <LinkButton kind={isFirst ? 'primary' : 'secondary'} wide href={paths.signup(id)}><Trans>Svar</Trans></LinkButton>
    </div>
  )
}
