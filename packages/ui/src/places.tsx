/** One dot per place, taken ones filled. `label` says the same in words; above 32 places the words stand alone. */
export function PlaceDots(props: { capacity: number; taken: number; label: string }) {
  if (props.capacity > 32) return null
  return (
    <div className="places" role="img" aria-label={props.label}>
      {Array.from({ length: props.capacity }, (_, index) => <i key={index} className={index < props.taken ? '' : 'free'} />)}
    </div>
  )
}

/** Numbered discs up to the length of the queue, one's own in yellow; a long queue shows only the nearest ones. */
export function QueueDiscs(props: { length: number; mine: number; label: string }) {
  const first = Math.max(1, Math.min(props.mine - 4, props.length - 7))
  const last = Math.min(props.length, first + 7)
  return (
    <div className="queue" role="img" aria-label={props.label}>
      {Array.from({ length: last - first + 1 }, (_, index) => first + index).map((number) => (
        <span key={number} className={number === props.mine ? 'me' : ''}>{number}</span>
      ))}
    </div>
  )
}

/** Ten dots for a chance: `outOfTen` of them filled. */
export function OddsDots(props: { outOfTen: number; label: string }) {
  return (
    <div className="odds" role="img" aria-label={props.label}>
      {Array.from({ length: 10 }, (_, index) => <span key={index} className={index < props.outOfTen ? 'y' : ''} />)}
    </div>
  )
}
