import type { Json } from '@medspil/domain/ordning'
import { ExampleTag, Sheet } from '@medspil/ui'
import { Fragment } from 'react'
import { sayAnswer } from './leaf-text.ts'
import { groupsOf } from './rule-tree.ts'
import type { RuleLeaf } from './rule-tree.ts'
import { capital, ruleWords, sectionNames } from './words.ts'

/** The rules of a version, section by section, with the word eksempel at every value that is not the kommune's own. */
export function RulesRead({ rules }: { rules: Json }) {
  return Object.entries(sectionNames).map(([section, name]) => {
    const groups = groupsOf(rules, section)
    const kind = kindOf(rules, section)
    return (
      <Sheet key={section} title={name} remark={kind && capital(ruleWords[kind] ?? kind)}>
        <div className="rules">
          {groups.map(({ key, title, leaves }) => (
            <Fragment key={key}>
              {title && <h3>{title}</h3>}
              {leaves.some((leaf) => !isTitle(leaf)) && <dl className="values">{leaves.filter((leaf) => !isTitle(leaf)).map((leaf) => <Value key={leaf.path} leaf={leaf} />)}</dl>}
            </Fragment>
          ))}
          {groups.every(({ leaves }) => leaves.length === 0) && <p className="small">Ingen regler her.</p>}
        </div>
      </Sheet>
    )
  })
}

const isTitle = ({ path }: RuleLeaf) => /^criteria\.\d+\.says$/.test(path)

/** One value with its name, as a rule is read. */
export function Value({ leaf }: { leaf: RuleLeaf }) {
  const { path, label, value, isEksempel } = leaf
  return (
    <div>
      <dt>{label}</dt>
      <dd>{sayAnswer(path, value)} {isEksempel && <ExampleTag>eksempel</ExampleTag>}</dd>
    </div>
  )
}

function kindOf(rules: Json, section: string): string | null {
  const part = typeof rules === 'object' && rules !== null && !Array.isArray(rules) ? rules[section] : null
  return typeof part === 'object' && part !== null && !Array.isArray(part) && typeof part.kind === 'string' ? part.kind : null
}
