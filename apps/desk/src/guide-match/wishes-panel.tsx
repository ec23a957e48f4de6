import type { GuideRow, GuideWishes } from '@medspil/contracts/guide-match'
import { ActRow, Button, Chip, Disc, TextField } from '@medspil/ui'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Asked } from './asked.ts'
import { capital, genderWords, languageName, sayWishes, weekdayName, weekdays } from './words.ts'

const ages: readonly { text: string; ageFrom: number | null; ageTo: number | null }[] = [
  { text: 'Højst 25 år', ageFrom: null, ageTo: 25 }, { text: '26 til 40 år', ageFrom: 26, ageTo: 40 }, { text: 'Mindst 41 år', ageFrom: 41, ageTo: null },
]
/** The most languages or interests one search takes. */
const most = 5

/** The child's own wishes as a sentence; behind it the chips that change them. */
export function WishesPanel(props: { childFirstName: string; asked: Asked; guides: readonly GuideRow[]; onAsk: (asked: Asked) => void }) {
  const { childFirstName: child, asked: { weekday, wishes }, guides, onAsk } = props
  const said = sayWishes(wishes)
  const [editing, setEditing] = useState(said === null)
  const wish = (change: Partial<GuideWishes>) => onAsk({ weekday, wishes: { ...wishes, ...change } })
  const flip = (list: readonly string[], word: string) => (list.includes(word) ? list.filter((one) => one !== word) : [...list, word].slice(-most))
  const known = (pick: (guide: GuideRow) => readonly string[], wished: readonly string[]) => [...new Set([...guides.flatMap(pick), ...wished])].sort((a, b) => a.localeCompare(b, 'da'))
  return (
    <section className="panel wishes" aria-labelledby="oensker">
      <Disc name="guide" />
      <div>
        <h2 id="oensker">Det ønsker {child}</h2>
        <p>{said ? `”${said}”` : `Spørg ${child}, og sæt kryds her.`} <span className="small">Om {weekdayName(weekday)}en</span></p>
      </div>
      <ActRow pictogram={editing ? 'check' : 'pen'} aria-expanded={editing} onClick={() => setEditing(!editing)}>{editing ? 'Færdig' : 'Ret ønskerne'}</ActRow>
      {editing && (
        <div className="wish-groups">
          <WishGroup name="Dag">
            {weekdays.map((day) => <li key={day}><Chip on={day === weekday} onToggle={() => onAsk({ weekday: day, wishes })}>{capital(weekdayName(day))}</Chip></li>)}
          </WishGroup>
          <WishGroup name="Kan lide" below={<OwnInterest onAdd={(interest) => wish({ interests: flip(wishes.interests.filter((one) => one !== interest), interest) })} />}>
            {known(({ interests }) => interests, wishes.interests).map((interest) => (
              <li key={interest}><Chip on={wishes.interests.includes(interest)} onToggle={() => wish({ interests: flip(wishes.interests, interest) })}>{capital(interest)}</Chip></li>
            ))}
          </WishGroup>
          <WishGroup name="Sprog">
            {known(({ languages }) => languages, wishes.languages).filter((code) => code !== 'da').map((code) => (
              <li key={code}><Chip on={wishes.languages.includes(code)} onToggle={() => wish({ languages: flip(wishes.languages, code) })}>{capital(languageName(code))}</Chip></li>
            ))}
          </WishGroup>
          <WishGroup name="Køn">
            {(['female', 'male', 'other'] as const).map((gender) => (
              <li key={gender}><Chip on={wishes.gender === gender} onToggle={() => wish({ gender: wishes.gender === gender ? null : gender })}>{capital(genderWords[gender]!)}</Chip></li>
            ))}
          </WishGroup>
          <WishGroup name="Alder">
            {ages.map(({ text, ageFrom, ageTo }) => {
              const on = wishes.ageFrom === ageFrom && wishes.ageTo === ageTo
              return <li key={text}><Chip on={on} onToggle={() => wish(on ? { ageFrom: null, ageTo: null } : { ageFrom, ageTo })}>{text}</Chip></li>
            })}
          </WishGroup>
        </div>
      )}
    </section>
  )
}

function WishGroup(props: { name: string; children: ReactNode; below?: ReactNode }) {
  return (
    <div>
      <h3>{props.name}</h3>
      <div>
        <ul className="filters" aria-label={props.name}>{props.children}</ul>
        {props.below}
      </div>
    </div>
  )
}

/** A wish no guide has told of is kept too: the comparison then says so. */
function OwnInterest({ onAdd }: { onAdd: (interest: string) => void }) {
  const [typed, setTyped] = useState('')
  return (
    <form
      className="own-interest"
      onSubmit={(event) => {
        event.preventDefault()
        const interest = typed.trim().toLocaleLowerCase('da')
        if (interest === '') return
        onAdd(interest)
        setTyped('')
      }}
    >
      <TextField name="anden-interesse" label="Noget andet" maxLength={40} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <Button kind="secondary" type="submit">Tilføj</Button>
    </form>
  )
}
