import { useOnce, useTRPC } from '@medspil/client'
import type { DrawProgress } from '@medspil/contracts/draw'
import { Button, DayText, Dialog, KeyFigure, KeyFigures, localParts, Notice, ProgressBar, Sheet, TextField, TimeText } from '@medspil/ui'
import { counted } from '@medspil/wording/counted'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Loaded, Problem } from '../frame/problem.tsx'

/** The draw of one programme: how many wish, the promise, the one act that holds it, and how far the handing out is. */
export function DrawPanel({ programId }: { programId: string }) {
  const trpc = useTRPC()
  const progress = useQuery(trpc.holidayProgram.drawProgress.queryOptions({ programId }, { refetchInterval: ({ state }) => (state.data?.left ? 2000 : false) }))
  return <Sheet title="Lodtrækning"><Loaded query={progress}>{(draw) => <Draw draw={draw} />}</Loaded></Sheet>
}

function Draw({ draw }: { draw: DrawProgress }) {
  const [asking, setAsking] = useState(false)
  useProgramAfter(draw)
  return (
    <div className="stack">
      <KeyFigures>
        <KeyFigure name="Børn med ønsker" figure={draw.children} />
        <KeyFigure name="Ønsker" figure={draw.wishes} />
        {draw.got && <KeyFigure name="Fik deres første ønske" figure={draw.got.first} of={`af ${draw.children}`} />}
        {draw.got && <KeyFigure name="Fik et andet ønske" figure={draw.got.other} of={`af ${draw.children}`} />}
        {draw.got && <KeyFigure name="Fik intet" figure={draw.got.nothing} of={`af ${draw.children}`} />}
      </KeyFigures>
      {draw.drawnAt ? <Held draw={draw} drawnAt={draw.drawnAt} /> : <Awaited draw={draw} isClosed={draw.hasClosed} onAsk={() => setAsking(true)} />}
      {draw.commitment && <p className="small">Løftet, som alle kan se: <span className="code">{draw.commitment}</span></p>}
      <Dialog open={asking} title="Træk lod nu" closeLabel="Luk" onClose={() => setAsking(false)}><Hold draw={draw} onDone={() => setAsking(false)} /></Dialog>
    </div>
  )
}

/** The rest of the page counts places: it is read again once they have been handed out. */
function useProgramAfter({ programId, drawnAt, left }: DrawProgress): void {
  const trpc = useTRPC()
  const cache = useQueryClient()
  const isHandedOut = drawnAt !== null && left === 0
  const wasBefore = useRef(isHandedOut)
  useEffect(() => {
    if (isHandedOut && !wasBefore.current) void cache.invalidateQueries({ queryKey: trpc.holidayProgram.file.queryKey({ programId }) })
    wasBefore.current = isHandedOut
  }, [cache, isHandedOut, programId, trpc])
}

function Awaited({ draw, isClosed, onAsk }: { draw: DrawProgress; isClosed: boolean; onAsk: () => void }) {
  const [day, clock] = localParts(draw.wishesClose)
  if (!isClosed) return <p>Familierne kan ønske til <DayText day={day} form="weekday" /> <TimeText time={clock} />. Der kan trækkes lod bagefter.</p>
  return <div><Button onClick={onAsk}>Træk lod</Button></div>
}

function Held({ draw, drawnAt }: { draw: DrawProgress; drawnAt: string }) {
  const [day, clock] = localParts(drawnAt)
  return (
    <>
      <p>Der blev trukket lod <DayText day={day} form="weekday" /> <TimeText time={clock} />. Resultatet kan ingen ændre.</p>
      {draw.left > 0
        ? <ProgressBar label="Uddeling af pladser" done={draw.wishes - draw.left} of={draw.wishes}>Deler pladser ud: {draw.wishes - draw.left} af {counted(draw.wishes, 'ønske', 'ønsker')} har fået svar</ProgressBar>
        : <Notice tone="ok"><p>{draw.wishes === 1 ? 'Ønsket' : `Alle ${draw.wishes} ønsker`} har fået svar, og familierne har fået besked.</p></Notice>}
    </>
  )
}

/** Says what will happen and that it cannot be undone, and asks for the figure that was announced. */
function Hold({ draw, onDone }: { draw: DrawProgress; onDone: () => void }) {
  const trpc = useTRPC()
  const cache = useQueryClient()
  const [chance, setChance] = useState('')
  const [asked, setAsked] = useState(false)
  const hold = useOnce(`holidayProgram.holdDraw:${draw.programId}:${chance}`, trpc.holidayProgram.holdDraw.mutationOptions())
  const isMissing = draw.publicChance !== null && chance.trim() === ''
  return (
    <form
      noValidate className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (isMissing) return
        hold.mutate({ programId: draw.programId, chance: draw.publicChance === null ? null : chance.trim() }, {
          onSuccess: (answer) => {
            cache.setQueryData(trpc.holidayProgram.drawProgress.queryKey({ programId: draw.programId }), answer)
            onDone()
          },
        })
      }}
    >
      <p>{counted(draw.children, 'barn', 'børn')} har {counted(draw.wishes, 'ønske', 'ønsker')}. Når der er trukket lod, er resultatet offentligt og kan ikke laves om.</p>
      {draw.publicChance !== null && (
        <TextField
          name="offentligt-tal" label={`Skriv: ${draw.publicChance}`} autoComplete="off" value={chance} onChange={(event) => setChance(event.target.value)}
          hint="Det tal, programmet lovede at trække lod med. Skriv det, som det blev offentliggjort."
          error={asked && isMissing ? 'Skriv tallet, før der trækkes lod' : undefined}
        />
      )}
      <Problem error={hold.error} />
      <div><Button type="submit" busy={hold.isPending}>Træk lod nu</Button></div>
    </form>
  )
}
