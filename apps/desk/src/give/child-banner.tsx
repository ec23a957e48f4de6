import { Disc, Panel } from '@medspil/ui'

/** Who it is about, on top of every step, so that nothing is given to the wrong child. */
export function ChildBanner(props: { name: string; age: number; school: string | null; says: string }) {
  const { name, age, school } = props
  return (
    <div className="child-banner">
      <Panel look="kommune">
        <div className="inl">
          <Disc name="person" colour="white" small />
          <p>
            <span className="small">{props.says}</span><br />
            <b>{name}, {age} år{school ? `, ${school}` : ''}</b>
          </p>
        </div>
      </Panel>
    </div>
  )
}
