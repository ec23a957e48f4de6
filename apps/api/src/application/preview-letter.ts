import type { DecisionDraft, LetterPreview } from '@medspil/contracts/application'
import type { WhyNot } from '@medspil/domain/why-not'
import { lintLetter } from '@medspil/domain/letter'
import { writeLetter } from '@medspil/wording/letter'
import { allow, type Shell } from '../shell.ts'
import { decisionLetterFacts } from './letter-facts.ts'
import { openCase } from './open-case.ts'
import { readApplication } from './own-application.ts'
import { receiversOf } from './send-letters.ts'
import { weighDraft } from './weigh-draft.ts'

/** The letter a draft would send, word for word, with what keeps it from going out. Saves nothing. */
export async function previewLetter(shell: Shell, draft: DecisionDraft): Promise<LetterPreview> {
  const application = await readApplication(shell, draft.applicationId, 'sagsbehandling')
  await allow(shell, 'application.decide', application)
  const opened = await openCase(shell, application, 'sagsbehandling')
  const { told, verdict } = weighDraft(shell, opened, draft)
  const [receiver] = await receiversOf(shell, opened)
  const facts = decisionLetterFacts(opened, told, receiver?.name ?? '', shell.now.day)
  const content = writeLetter(facts)
  const faults = lintLetter(content, facts.basis.kind, facts.kind).map((fault) => ({ fault: fault.fault, about: 'element' in fault ? fault.element : 'words' in fault ? fault.words : null }))
  return {
    outcome: told.result === 'withdrawn' ? 'refused' : told.result, kind: facts.kind, blocks: content.blocks.map(({ element, heading, texts }) => ({ element, heading, texts })),
    faults: verdict.ok ? faults : [{ fault: verdict.whyNot.reason, about: aboutOf(verdict.whyNot) }, ...faults],
  }
}

const aboutOf = (whyNot: WhyNot): string | null => ('criteria' in whyNot ? whyNot.criteria.join(' ') : 'kind' in whyNot ? whyNot.kind : 'parts' in whyNot ? whyNot.parts.join(' ') : null)
