import { useOnce, useTRPC } from '@medspil/client'
import type { PoolView } from '@medspil/contracts/pool'
import { Button, Money, SelectField, TextField, useToast } from '@medspil/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { kronerFromOre, oreFromKroner } from '../frame/kroner.ts'
import { Problem } from '../frame/problem.tsx'
import { todayHere } from '../frame/today.ts'

/** Sets the money of an ordning for a year; it takes a login shown within the last five minutes. */
export function SetTotal(props: { pool: PoolView | null; onDone: () => void }) {
  const { pool } = props
  const thisYear = Number(todayHere().slice(0, 4))
  const [year, setYear] = useState(String(pool?.year ?? thisYear))
  const [ordningId, setOrdningId] = useState(pool?.ordningId ?? '')
  const [typed, setTyped] = useState(pool ? kronerFromOre(pool.total) : '')
  const [asked, setAsked] = useState(false)
  const trpc = useTRPC()
  const cache = useQueryClient()
  const say = useToast()
  const ordninger = useQuery({ ...trpc.ordning.list.queryOptions(), enabled: pool === null })
  const setTotal = useOnce(`pool.setTotal:${pool?.poolId ?? 'new'}`, trpc.pool.setTotal.mutationOptions())
  const total = oreFromKroner(typed)
  const chosen = ordningId || ordninger.data?.[0]?.ordningId
  const send = () => {
    setAsked(true)
    if (total === null || !chosen) return
    setTotal.mutate({ ordningId: chosen, year: Number(year), total }, {
      onSuccess: () => {
        void cache.invalidateQueries({ queryKey: trpc.pool.overview.queryKey() })
        say('Puljen er gemt')
        props.onDone()
      },
    })
  }
  return (
    <form
      noValidate
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {pool === null && (
        <>
          <SelectField
            name="puljens-ordning" label="Ordning" value={chosen ?? ''} onChange={setOrdningId}
            options={(ordninger.data ?? []).map((ordning) => ({ value: ordning.ordningId, text: ordning.name }))}
          />
          <SelectField
            name="puljens-aar" label="År" value={year} onChange={setYear}
            options={[thisYear, thisYear + 1].map((option) => ({ value: String(option), text: String(option) }))}
          />
        </>
      )}
      <TextField
        name="puljens-beloeb" label="Puljen i kroner" inputMode="decimal" autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)}
        hint={pool && <><Money ore={pool.promised + pool.spent} /> er lovet eller brugt. Under det kan puljen ikke komme.</>}
        error={asked && total === null ? 'Skriv et beløb, fx 400.000' : undefined}
      />
      <Problem error={setTotal.error} />
      <div><Button type="submit" busy={setTotal.isPending}>Gem puljen</Button></div>
    </form>
  )
}
