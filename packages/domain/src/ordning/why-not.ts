import type { GrantWhyNot } from './grant-role.ts'
import type { ProviderWhyNot } from './pass-rule.ts'
import type { PeriodWhyNot } from './period.ts'
import type { PublicationWhyNot } from './publication.ts'
import type { RulesWhyNot } from './rules-json.ts'
import type { VersionWhyNot } from './version.ts'

/** Every reason for which the rules of an ordning say no. */
export type OrdningWhyNot =
  | GrantWhyNot | PeriodWhyNot | ProviderWhyNot | PublicationWhyNot | RulesWhyNot | VersionWhyNot
