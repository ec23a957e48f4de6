import { Pictogram } from '@medspil/ui'
import { Fragment } from 'react'
import { RuleField } from './rule-field.tsx'
import type { RuleGroup, RuleLeaf } from './rule-tree.ts'

/** One section of a draft, folded until it is needed: something is missing in it, or the server could not read it. */
export function SectionFields(props: {
  name: string
  groups: readonly RuleGroup[]
  typed: Readonly<Record<string, string>>
  faulty: readonly RuleLeaf[]
  onType: (path: string, text: string) => void
}) {
  const { name, groups, typed, faulty } = props
  const leaves = groups.flatMap((group) => group.leaves)
  const missing = leaves.filter(({ value, path }) => value === null && typed[path] === undefined).length
  const changed = leaves.filter(({ path }) => typed[path] !== undefined).length
  const remarks = [missing > 0 && `${missing} ikke givet`, changed > 0 && `${changed} rettet`].filter(Boolean)
  return (
    <details className="sheet" open={leaves.some((leaf) => leaf.value === null || faulty.includes(leaf)) || undefined}>
      <summary>
        <h2>{name}</h2>
        <span className="inl"><span className="small">{remarks.join(' · ')}</span><Pictogram name="frem" size="small" /></span>
      </summary>
      <div className="pad rules">
        {groups.map((group) => (
          <Fragment key={group.key}>
            {group.title && <h3>{group.title}</h3>}
            <div className="fields">
              {group.leaves.map((leaf) => (
                <RuleField
                  key={leaf.path} leaf={leaf} typed={typed[leaf.path]} faulty={faulty.includes(leaf)} onType={(text) => props.onType(leaf.path, text)}
                />
              ))}
            </div>
          </Fragment>
        ))}
      </div>
    </details>
  )
}
