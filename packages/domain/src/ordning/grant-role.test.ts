import { describe, expect, test } from 'vitest'
import { mayGrant, type Asker, type GrantRole } from './grant-role.ts'

const holstebro: GrantRole[] = [{ kind: 'parentApplies' }, { kind: 'fagpersonGrants', professions: { listed: ['skoleleder'], open: true } }]
const listed: GrantRole[] = [{ kind: 'parentApplies' }, { kind: 'fagpersonGrants', professions: { listed: ['sundhedsplejerske'], open: false } }]
const guldpas: GrantRole[] = [{ kind: 'roleWithOpenCase', profession: 'familierådgiver', may: 'nominates' }]
const nominates: GrantRole[] = [{ kind: 'fagpersonNominates', professions: { listed: ['lærer'], open: false }, consent: 'written' }]
const alone: GrantRole[] = [{ kind: 'youngPersonApplies', from: 15 }]

const teacher: Asker = { kind: 'fagperson', profession: 'lærer', openCase: false }
const familyWorker = (openCase: boolean): Asker => ({ kind: 'fagperson', profession: 'familierådgiver', openCase })

describe('Samme ønske, forskelligt svar under hver ordning', () => {
  test.each<[string, GrantRole[] | null, Asker, string]>([
    ['Holstebro: læreren giver, listen er åben', holstebro, teacher, 'grants oralOrWritten'],
    ['lukket liste: læreren står der ikke', listed, teacher, 'profession-not-listed'],
    ['en forælder søger', listed, { kind: 'parent' }, 'applies not-needed'],
    ['guldpas: familierådgiveren med åben sag indstiller', guldpas, familyWorker(true), 'nominates oralOrWritten'],
    ['guldpas: familierådgiveren uden åben sag', guldpas, familyWorker(false), 'no-open-case'],
    ['guldpas: læreren er ikke nævnt', guldpas, teacher, 'profession-not-listed'],
    ['guldpas: en forælder kan ikke søge', guldpas, { kind: 'parent' }, 'no-door-for-this-role'],
    ['indstilling kræver skriftligt samtykke', nominates, teacher, 'nominates written'],
    ['15 år kan søge selv', alone, { kind: 'youngPerson', age: 15 }, 'applies not-needed'],
    ['14 år kan ikke søge selv', alone, { kind: 'youngPerson', age: 14 }, 'too-young-to-apply-alone'],
    ['Holbæk: kun kontaktpersonen i området giver', [{ kind: 'districtContact' }], { kind: 'districtContact' }, 'grants oralOrWritten'],
    ['Holbæk: forældre kan ikke søge', [{ kind: 'districtContact' }], { kind: 'parent' }, 'no-door-for-this-role'],
    ['Vesthimmerland: foreningen søger', [{ kind: 'foreningApplies' }], { kind: 'forening' }, 'applies written'],
    ['Aarhus: sendt uden at nogen søger', [{ kind: 'offeredFromList' }], { kind: 'kommune' }, 'offered not-needed'],
    ['ingen har sagt, hvem der må', null, { kind: 'parent' }, 'grant-role-not-given'],
    ['den videste dør vinder', [...nominates, ...holstebro], teacher, 'grants oralOrWritten'],
  ])('%s', (_name, by, asker, expected) => {
    const answer = mayGrant(by, asker)
    expect(answer.ok ? `${answer.door} ${answer.consent}` : answer.whyNot.reason).toBe(expected)
  })

  test('et nej nævner listen, så man kan se hvem der må', () => {
    expect(mayGrant(listed, teacher)).toEqual({ ok: false, whyNot: { reason: 'profession-not-listed', profession: 'lærer', listed: ['sundhedsplejerske'] } })
  })
})
