import type { MyChild } from '@medspil/contracts/application'
import { loadApplicationsOf, loadMyChildren } from '@medspil/db/application'
import { loadOrdninger } from '@medspil/db/ordning'
import { isEnded } from '@medspil/domain/application'
import { completedYears } from '@medspil/domain/day'
import { firstNameOf } from '@medspil/domain/first-name'
import { publishedOn, supportsOf } from '../ordning/index.ts'
import { allow, type Shell } from '../shell.ts'
import { doorFor } from './doors.ts'

/** A login by itself is no child: from this age a young person can act for themself, where the ordning lets them. */
const youngFrom = 15
const adultFrom = 25

/** The children one can apply for, oneself among them as a young person, with what the registry knows. */
export async function myChildren(shell: Shell): Promise<MyChild[]> {
  await allow(shell, 'application.my-children')
  const { tx, now, actor } = shell
  const children = await loadMyChildren(tx)
  const applications = await loadApplicationsOf(tx, children.map(({ id }) => id), 'værge')
  const today = (await loadOrdninger(tx)).flatMap((ordning) => {
    const answer = publishedOn(ordning, shell)
    return answer.ok ? [{ ordning, rules: answer.version.rules }] : []
  })
  return children.flatMap((child): MyChild[] => {
    const age = completedYears(child.birthDay, now.day)
    const isSelf = child.id === actor.id
    if (isSelf && (age < youngFrom || age >= adultFrom)) return []
    return [{
      childId: child.id, name: child.name, firstName: firstNameOf(child.name), birthDay: child.birthDay, age, isSelf,
      livesHere: child.livesInKommune, area: child.area, school: child.school,
      ordninger: today.map(({ ordning, rules }) => {
        const asker = isSelf ? { kind: 'youngPerson', age } as const : { kind: 'parent' } as const
        const doors = supportsOf(rules).map(({ kind }) => doorFor(rules, [kind], asker))
        const closed = doors.find((door) => !door.ok)
        const mayApply = doors.some(({ ok }) => ok)
        const open = applications.find(({ childId, ordningId, state }) => childId === child.id && ordningId === ordning.id && !isEnded(state))
        return { key: ordning.key, name: ordning.name, mayApply, openApplicationId: open?.id ?? null, whyNot: mayApply || !closed || closed.ok ? null : closed.whyNot.reason }
      }),
    }]
  })
}
