import { day } from '@medspil/domain/day'
import { eksempel, type GrantRole, type Leaf, type OrdningRules } from '@medspil/domain/ordning'
import { kroner } from '@medspil/ledger'
import {
  answerInTime, kommunalfuldmagt, livesHere, nothingForNothing, notPaidByOthers, poolHasMoney, type OrdningSeed,
} from './ordning-seed.ts'

const doors: Leaf<GrantRole[]> = eksempel([
  { kind: 'parentApplies' },
  { kind: 'fagpersonNominates', professions: { listed: eksempel([]), open: eksempel(true) }, consent: eksempel('oralOrWritten') },
])

/** Everyone may sign up; these rules are the special support, money and signing up, for those who do not come today. */
const rules: OrdningRules = {
  owner: 'Center for Politik & Borger',
  // Each activity says its own age; the ordning has none.
  age: { kind: 'none' },
  criteria: [
    { id: 'needs-support', says: 'Har brug for støtte for at være med', gates: ['camp', 'signUpForFamily'],
      rule: { kind: 'judged', question: 'Har barnet brug for støtte for at være med?' } },
    ...notPaidByOthers('camp'), livesHere('Stevns Kommune'), poolHasMoney('camp'),
  ],
  guidance: { kind: 'offered', by: doors },
  pass: {
    kind: 'offered', by: doors,
    purses: [{ kind: 'camp', ceiling: { kind: 'amount', amount: eksempel(kroner(400)) }, ages: { kind: 'all' } }],
    together: { kind: 'none' }, mayFlow: eksempel(false),
    period: { kind: 'season', length: 'whole', startsOn: eksempel(['05-01', '10-01']) },
    providers: eksempel(['approvedFolkeoplysende', 'otherForening', 'kommunal', 'institution']),
    receiver: eksempel('provider'), paidWhen: eksempel('afterConfirmation'),
    ownShare: { kind: 'none' }, poolEmpty: eksempel('stop'), noShow: nothingForNothing,
  },
  guide: { kind: 'none' },
  followUp: { kind: 'none' },
  familyPart: [],
  law: kommunalfuldmagt, answer: answerInTime,
}

/** Aktiv Sommer, Stevns: holiday activities for all, with help to take part for those who need it. */
export const stevnsAktivSommer: OrdningSeed = {
  key: 'aktiv-sommer', name: 'Aktiv Sommer', kommuneKey: 'stevns',
  versions: [{
    number: 1, validFrom: day('2021-01-01'), validTo: null, rules,
    texts: {
      forWhom: 'Alle børn. Der er hjælp til dem, der ellers ikke kommer med.',
      gives: 'Aktiviteter i ferien, penge til at være med og hjælp til at melde til.',
      aims: ['Flere børn kommer med i gode fællesskaber.', 'Børn, der er alene, får flere at være sammen med.'],
      results: ['2020: 20 aktiviteter blev til noget. 20 hold i 14 aktiviteter blev aflyst. (sn.dk 2020)'],
    },
    source: 'Stevns plan 2021–24; sn.dk 2020',
  }],
}
