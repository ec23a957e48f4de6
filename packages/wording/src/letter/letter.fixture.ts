import { day } from '@medspil/domain/day'
import type { LetterFacts, LetterKind } from '@medspil/domain/letter'
import type { AppealText, LegalBasis, LegalBasisKind } from '@medspil/domain/ordning'
import { kroner } from '@medspil/ledger'

/** One basis of each kind, with an appeal text that fits it. */
export const bases: Record<LegalBasisKind, { basis: LegalBasis; appeal: AppealText['parts'] }> = {
  barnetsLov35Stk3: {
    basis: { kind: 'barnetsLov35Stk3', section: 'barnets lov § 35, stk. 3' },
    appeal: [
      { part: 'noOtherAuthority', says: 'Ingen anden myndighed kan tage svaret op. Det står i barnets lov § 35, stk. 3.' },
      { part: 'reconsideration', says: 'Vi ser gerne på det igen. Skriv eller ring, og sig det nye, vi skal vide.' },
      { part: 'treatmentComplaint', says: 'Er du ked af den måde, vi har mødt dig på? Så skriv til ledelsen i kommunen.' },
      { part: 'courts', says: 'Du kan gå til domstolene.' }, { part: 'ombudsman', says: 'Du kan også skrive til Folketingets Ombudsmand.' },
    ],
  },
  otherSocial: {
    basis: { kind: 'otherSocial', section: 'barnets lov § 32' },
    appeal: [
      { part: 'appealBody', says: 'Du kan klage til Ankestyrelsen.' },
      { part: 'throughKommune', says: 'Send klagen til os. Vi ser først selv på det igen.' },
      { part: 'appealDeadline', says: 'Vi skal have klagen, før der er gået fire uger.' },
      { part: 'helpToAppeal', says: 'Vi hjælper dig gerne med at klage. Ring til os.' },
    ],
  },
  folkeoplysningsloven: {
    basis: { kind: 'folkeoplysningsloven', section: 'folkeoplysningsloven § 6' },
    appeal: [
      { part: 'ownText', says: 'Byrådet har lavet reglerne.' }, { part: 'reconsideration', says: 'Vi ser gerne på det igen.' },
      { part: 'courts', says: 'Du kan gå til domstolene.' }, { part: 'ombudsman', says: 'Du kan skrive til Folketingets Ombudsmand.' },
    ],
  },
  kommunalfuldmagt: {
    basis: { kind: 'kommunalfuldmagt', section: 'kommunens egne regler' },
    appeal: [
      { part: 'ownText', says: 'Det er kommunen selv, der har lavet reglerne.' }, { part: 'reconsideration', says: 'Vi ser gerne på det igen.' },
      { part: 'courts', says: 'Du kan gå til domstolene.' }, { part: 'ombudsman', says: 'Du kan skrive til Folketingets Ombudsmand.' },
    ],
  },
}

/** Emma's letter of each kind under a basis: design screen 11, where the kit was already paid by BROEN. */
export const letterFacts = (kind: LetterKind, basisKind: LegalBasisKind): LetterFacts => {
  const base = {
    kommune: 'Slagelse Kommune', unit: 'Fritidsafdelingen', contactName: 'Birgit Holm', phone: '12 34 56 78', date: day('2026-08-10'),
    reference: '2026-0418', receiverName: 'Mette Lund', childName: 'Emma', ordningName: 'Hel Fritid', activity: 'svømning',
    receivedOn: day('2026-08-03'), basis: bases[basisKind].basis, dataProtectionUrl: 'slagelse.dk/data',
    eksempel: ['law' as const, 'appeal' as const],
  }
  const decision = { ...base, deciderId: 'birgit', deciderName: 'Birgit Holm', criteriaVersion: 2, criteriaSince: day('2026-01-01') }
  const negative = {
    ...decision, appeal: bases[basisKind].appeal, childView: 'Emma vil gerne svømme med Ida fra klassen.',
    reasons: {
      rules: 'Loven lader os sætte regler for, hvem der kan få hjælp.', considerations: 'Den samme udgift kan kun betales én gang. Så når pengene ud til flere børn.',
      facts: 'BROEN har betalt 640 kr. for udstyr til svømning.',
    },
    criteria: [
      { says: 'Har brug for hjælp for at komme i gang', result: 'met' as const, isJudged: true },
      { says: 'Udstyr er ikke betalt af andre', result: 'not-met' as const, isJudged: false },
    ],
    facts: [{ says: 'BROEN betalte den 12. maj.', source: 'BROEN', on: day('2026-08-04') }],
    hearing: { kind: 'answered' as const, answer: 'Ja, det er rigtigt.', weighed: 'Derfor bygger vi på det.' },
    whatWouldChange: 'Har Emma brug for andet udstyr, end BROEN betalte? Så skriv det til os.',
  }
  const kontingent = { kind: 'kontingent' as const, asked: kroner(750), given: kroner(750), isGiven: true }
  const kit = { kind: 'kit' as const, asked: kroner(600), given: null, isGiven: false }
  const period = { from: day('2026-09-01'), to: day('2026-12-31') }
  const known = [{ says: 'BROEN betalte 640 kr. for udstyr den 12. maj.', source: 'BROEN', on: day('2026-08-04') }]
  const letters: { [K in LetterKind]: Extract<LetterFacts, { kind: K }> } = {
    receipt: { ...base, kind: 'receipt', answerBy: day('2026-08-17'), answers: [{ question: 'Hvad vil Emma gå til?', answer: 'Svømning.' }] },
    granted: { ...decision, kind: 'granted', lines: [kontingent], period, receiver: 'forening' },
    'partly-granted': { ...negative, kind: 'partly-granted', lines: [kontingent, kit], period },
    refused: { ...negative, kind: 'refused', lines: [{ ...kontingent, given: null, isGiven: false }, kit] },
    withdrawn: { ...negative, kind: 'withdrawn', lines: [kontingent], from: day('2026-10-01') },
    clawback: { ...negative, kind: 'clawback', amount: kroner(250), paidTo: 'Delfinen', paidOn: day('2026-09-10'), period, deadline: day('2026-11-02'), how: 'setOff' },
    hearing: { ...base, kind: 'hearing', facts: known, mayLeadTo: 'partly-granted', deadline: day('2026-08-17') },
    delay: { ...base, kind: 'delay', oldDate: day('2026-08-17'), newDate: day('2026-08-24'), because: 'Vi venter på svar fra skolen.' },
  }
  return letters[kind]
}
