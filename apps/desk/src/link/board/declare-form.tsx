import { useOnce, useTRPC } from '@medspil/client'
import type { DeclarationStatus } from '@medspil/contracts/forening'
import { Button, ChoiceGroup, Notice, TextField, useHeadingAfter } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem } from '../problem.tsx'
import { useTitle } from '../use-title.ts'

/** The yearly word on børneattester: who gives it and for which year. There is no place for a certificate. */
export function DeclareForm(props: { declaration: DeclarationStatus; foreningName: string; onDone: () => void }) {
  useTitle('Årets erklæring')
  const year = props.declaration.askedYear
  const [name, setName] = useState('')
  const [isTrue, setTrue] = useState<'yes'[]>([])
  const [tried, setTried] = useState(false)
  const trpc = useTRPC()
  const cache = useQueryClient()
  const declare = useOnce(`forening.declare:${year ?? 0}`, trpc.forening.declare.mutationOptions())
  useHeadingAfter(declare.data ? 'given' : 'asked')
  if (declare.data || year === null) return (
    <div className="stack">
      <h1>Erklæringen er givet</h1>
      <p>Tak. Den gælder til 31. december. Vi skriver til jer, når næste års erklæring skal gives.</p>
      <div><Button onClick={props.onDone}>Tilbage til jeres side</Button></div>
    </div>
  )
  const send = () => {
    setTried(true)
    if (name.trim() === '' || isTrue.length === 0) return
    declare.mutate({ year, declaredBy: name.trim(), isTrue: true }, { onSuccess: (mine) => cache.setQueryData(trpc.forening.mine.queryKey(), mine) })
  }
  return (
    <form noValidate className="stack" onSubmit={(event) => { event.preventDefault(); send() }}>
      <div>
        <h1>Erklæring for {year}</h1>
        <p>Foreninger, der får støtte til børn, skal en gang om året erklære, at de henter børneattester. Det står i folkeoplysningsloven § 4, stk. 4.</p>
      </div>
      <ChoiceGroup
        many name="erklaering" label="Vi erklærer" value={isTrue} onChange={setTrue} error={tried && isTrue.length === 0 ? 'Sæt kryds, hvis det er rigtigt' : undefined}
        choices={[{ value: 'yes', text: `${props.foreningName} henter børneattest på alle, der har direkte kontakt med børn under 15 år.` }]}
      />
      <TextField name="navn" label="Dit navn" autoComplete="name" value={name} onChange={(event) => setName(event.target.value)} hint="Du erklærer det for bestyrelsen." error={tried && name.trim() === '' ? 'Skriv dit navn' : undefined} />
      <Notice tone="info">Send ikke attesterne hertil. Kommunen samler dem ikke.</Notice>
      <Problem error={declare.error} />
      <div><Button wide type="submit" busy={declare.isPending}>Giv erklæringen</Button></div>
    </form>
  )
}
