import { given, type Leaf } from './leaf.ts'

/** Professions of fagpersoner, by the Danish name. An open list also lets in professions it does not name. */
export type Professions = { listed: Leaf<string[]>; open: Leaf<boolean> }

/**
 * A door into an ordning: who may ask, and whether what they ask for is granted by them, nominated to the kommune, or
 * applied for (schemes.md 6). The same person gets different answers under different ordninger (schemes.md 5.3).
 */
export type GrantRole =
  | { kind: 'parentApplies' }
  | { kind: 'youngPersonApplies'; from: Leaf<number> }
  | { kind: 'fagpersonGrants'; professions: Professions }
  | { kind: 'fagpersonNominates'; professions: Professions; consent: Leaf<'oralOrWritten' | 'written'> }
  | { kind: 'roleWithOpenCase'; profession: string; may: 'grants' | 'nominates' }
  | { kind: 'districtContact' }
  | { kind: 'foreningApplies' }
  | { kind: 'offeredFromList' }
  | { kind: 'intermediaryOnly'; professions: Professions }

/** Who is asking. `openCase`: the fagperson is the one with the child's open case. */
export type Asker =
  | { kind: 'parent' } | { kind: 'youngPerson'; age: number }
  | { kind: 'fagperson'; profession: string; openCase: boolean }
  | { kind: 'districtContact' } | { kind: 'forening' } | { kind: 'kommune' }

/** What a door leads to. `applies` and `nominates` end with the kommune; `grants` is a decision by the asker. */
export type Door = 'grants' | 'nominates' | 'applies' | 'offered'

/** Why a person may not grant, nominate or apply here. `ways` are the doors that do exist, so a sentence can point. */
export type GrantWhyNot =
  | { reason: 'no-door-for-this-role'; role: Asker['kind']; ways: GrantRole['kind'][] }
  | { reason: 'profession-not-listed'; profession: string; listed: string[] }
  | { reason: 'no-open-case'; profession: string }
  | { reason: 'too-young-to-apply-alone'; age: number; from: number }
  | { reason: 'grant-role-not-given'; role: Asker['kind'] }

/** `door`, and whether consent must be on record and may be oral. */
export type GrantAnswer =
  | { ok: true; door: Door; consent: 'not-needed' | 'oralOrWritten' | 'written' }
  | { ok: false; whyNot: GrantWhyNot }

/**
 * May this person grant, nominate or apply under these doors? The widest door that opens wins: grant before nominate
 * before apply. When none opens, the answer is the most telling reason, never just "no".
 */
export const mayGrant = (by: Leaf<GrantRole[]>, asker: Asker): GrantAnswer => {
  const roles = given(by)
  if (roles === null) return refuse({ reason: 'grant-role-not-given', role: asker.kind })
  const answers = roles.map((role) => tryDoor(role, asker)).filter((answer) => answer !== null)
  const opened = answers.filter((answer) => answer.ok).sort((a, b) => width[b.door] - width[a.door])[0]
  if (opened) return opened
  return answers[0] ?? refuse({ reason: 'no-door-for-this-role', role: asker.kind, ways: roles.map((role) => role.kind) })
}

const width: Record<Door, number> = { grants: 3, nominates: 2, applies: 1, offered: 0 }

const refuse = (whyNot: GrantWhyNot): GrantAnswer => ({ ok: false, whyNot })
const open = (door: Door, consent: 'not-needed' | 'oralOrWritten' | 'written' = 'not-needed'): GrantAnswer => ({ ok: true, door, consent })

/** Null when this door has nothing to do with this kind of person. */
const tryDoor = (role: GrantRole, asker: Asker): GrantAnswer | null => {
  switch (role.kind) {
    case 'parentApplies':
      return asker.kind === 'parent' ? open('applies') : null
    case 'youngPersonApplies':
      return asker.kind === 'youngPerson' ? tryAlone(given(role.from), asker.age) : null
    case 'fagpersonGrants':
      return asker.kind === 'fagperson' ? tryProfession(role.professions, asker.profession, open('grants', 'oralOrWritten')) : null
    case 'fagpersonNominates': {
      if (asker.kind !== 'fagperson') return null
      const consent = given(role.consent)
      return consent === null
        ? refuse({ reason: 'grant-role-not-given', role: asker.kind })
        : tryProfession(role.professions, asker.profession, open('nominates', consent))
    }
    case 'roleWithOpenCase': {
      if (asker.kind !== 'fagperson') return null
      if (asker.profession !== role.profession) {
        return refuse({ reason: 'profession-not-listed', profession: asker.profession, listed: [role.profession] })
      }
      return asker.openCase ? open(role.may, 'oralOrWritten') : refuse({ reason: 'no-open-case', profession: role.profession })
    }
    case 'districtContact':
      return asker.kind === 'districtContact' ? open('grants', 'oralOrWritten') : null
    case 'foreningApplies':
      return asker.kind === 'forening' ? open('applies', 'written') : null
    case 'offeredFromList':
      return asker.kind === 'kommune' ? open('offered') : null
    case 'intermediaryOnly':
      return asker.kind === 'fagperson' ? tryProfession(role.professions, asker.profession, open('applies', 'oralOrWritten')) : null
  }
}

const tryAlone = (from: number | null, age: number): GrantAnswer => {
  if (from === null) return refuse({ reason: 'grant-role-not-given', role: 'youngPerson' })
  return age >= from ? open('applies') : refuse({ reason: 'too-young-to-apply-alone', age, from })
}

const tryProfession = ({ listed, open: isOpen }: Professions, profession: string, opened: GrantAnswer): GrantAnswer => {
  const [names, anyMay] = [given(listed), given(isOpen)]
  if (names === null || anyMay === null) return refuse({ reason: 'grant-role-not-given', role: 'fagperson' })
  return anyMay || names.includes(profession) ? opened : refuse({ reason: 'profession-not-listed', profession, listed: names })
}
