import type { PublishedOrdning, PublishedView } from '@medspil/contracts/ordning'
import { loadKommune } from '@medspil/db/access'
import { loadOrdninger, type StoredOrdning, type StoredVersion } from '@medspil/db/ordning'
import { ageSpan, answerBy, given, isEksempelPath, type GrantRole } from '@medspil/domain/ordning'
import { allow, type Shell } from '../shell.ts'
import { publishedOn } from './current-ordning.ts'
import { familyQuestions } from './family-questions.ts'
import { holidaysFrom } from './holidays.ts'
import { monthsToChoose, supportsOf, togetherOf } from './supports.ts'

/** The start page: each ordning open today, for whom, what it gives, and when an answer comes. */
export async function readPublished(shell: Shell): Promise<PublishedView> {
  await allow(shell, 'ordning.published')
  const { name, phone, phoneHours, mail, meetPlace } = await loadKommune(shell.tx)
  const ordninger = (await loadOrdninger(shell.tx)).flatMap((ordning) => {
    const answer = publishedOn(ordning, shell)
    return answer.ok ? [publicView(shell, ordning, answer.version)] : []
  })
  return { kommune: name, contact: { phone, phoneHours, mail, meetPlace }, ordninger }
}

function publicView({ now }: Shell, ordning: StoredOrdning, { id, rules, texts }: StoredVersion): PublishedOrdning {
  const span = ageSpan(rules.age)
  const workingDays = given(rules.answer.workingDays)
  const by = answerBy(rules.answer, now.day, holidaysFrom(now.day))
  const doors = [rules.guidance, rules.pass].flatMap((part): GrantRole[] => (part.kind === 'offered' ? given(part.by) ?? [] : []))
  const alone = doors.find((door) => door.kind === 'youngPersonApplies')
  const together = togetherOf(rules)
  return {
    ordningId: ordning.id, versionId: id, key: ordning.key, name: ordning.name, forWhom: texts.forWhom, gives: texts.gives,
    ages: span && { ...span, isEksempel: isEksempelPath(rules, 'age') },
    doors: {
      parent: doors.some(({ kind }) => kind === 'parentApplies'), youngPersonFrom: alone ? given(alone.from) : null,
      fagperson: doors.some(({ kind }) => kind.startsWith('fagperson') || kind === 'roleWithOpenCase' || kind === 'intermediaryOnly'),
    },
    supports: supportsOf(rules), months: monthsToChoose(rules),
    together: together === null ? null : { most: together, isEksempel: isEksempelPath(rules, 'pass.together') },
    purses: rules.pass.kind === 'offered' ? rules.pass.purses.map(({ kind }) => kind) : [],
    answer: workingDays === null || by === null ? null : { workingDays, by, isEksempel: isEksempelPath(rules, 'answer.workingDays') },
    checks: rules.followUp.kind === 'planned' ? (given(rules.followUp.checks) ?? []).map((check) => check.id) : [],
    familyPart: rules.familyPart, questions: familyQuestions(rules),
  }
}
