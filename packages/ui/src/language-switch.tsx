/** A language as its own speakers write it. */
export interface LanguageChoice {
  code: string
  name: string
}

/** Each language under its own name; `onChoose` gets the code. Buttons, because the page stays the same. */
export function LanguageSwitch(props: {
  label: string
  languages: readonly LanguageChoice[]
  current: string
  onChoose: (code: string) => void
}) {
  return (
    <nav aria-label={props.label}>
      <ul className="langs">
        {props.languages.map(({ code, name }) => (
          <li key={code} lang={code}>
            <button type="button" aria-current={code === props.current || undefined} onClick={() => props.onChoose(code)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
