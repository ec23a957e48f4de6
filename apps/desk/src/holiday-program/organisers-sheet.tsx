import { useOnce, useTRPC } from '@medspil/client'
import type { OrganiserRow, ProgramFile } from '@medspil/contracts/holiday-program/desk'
import { ActRow, Button, Chip, DataTable, formatDay, localParts, Notice, Sheet, Tag, TextField, useToast } from '@medspil/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem } from '../frame/problem.tsx'

/** What kind of organiser a provider type is, in the desk's words. */
const providerWords: Record<string, string> = { approvedFolkeoplysende: 'Forening', private: 'Privat', kommune: 'Kommunen', kommunal: 'Kommunen', institution: 'Institution', klub: 'Klub' }

type Part = 'all' | 'unasked' | 'silent'
const parts: [Part, string, (row: OrganiserRow) => boolean][] = [
  ['all', 'Alle', () => true], ['unasked', 'Ikke spurgt', ({ askedAt }) => askedAt === null], ['silent', 'Har ikke svaret', ({ askedAt, activities }) => askedAt !== null && activities === 0],
]

/** Whom to ask for activities, who was asked, and who has answered. */
export function OrganisersSheet({ program }: { program: ProgramFile }) {
  const { programId, organisers, plan } = program
  const [part, setPart] = useState<Part>('all')
  const [sought, setSought] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const trpc = useTRPC()
  const cache = useQueryClient()
  const say = useToast()
  const invite = useOnce(`holidayProgram.inviteOrganisers:${programId}`, trpc.holidayProgram.inviteOrganisers.mutationOptions())
  const fits = parts.find(([key]) => key === part)?.[2] ?? (() => true)
  const shown = organisers.filter((row) => fits(row) && `${row.name} ${row.area}`.toLocaleLowerCase('da').includes(sought.trim().toLocaleLowerCase('da')))
  const reachable = shown.filter(({ hasContact }) => hasContact)
  const asked = organisers.filter(({ askedAt }) => askedAt !== null).length
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  const send = () => invite.mutate({ programId, foreningIds: [...chosen] }, {
    onSuccess: () => {
      say(chosen.length === 1 ? 'Linket er på vej' : `${chosen.length} links er på vej`)
      setChosen([])
      void cache.invalidateQueries({ queryKey: trpc.holidayProgram.pathKey() })
    },
  })
  return (
    <Sheet title="Arrangører" remark={`${asked} af ${organisers.length} er spurgt`} flush>
      <div className="pad table-tools">
        <p className="small">Hver får et link på mail og sms, hvor de skriver deres aktiviteter ind{plan.answerBy && ` senest ${formatDay(plan.answerBy, 'da', 'weekday')}`}. Linket gælder i 14 dage.</p>
        <ul className="filters" aria-label="Vis">{parts.map(([key, text, test]) => <li key={key}><Chip on={part === key} onToggle={() => setPart(key)}>{text} ({organisers.filter(test).length})</Chip></li>)}</ul>
        <TextField label="Find en arrangør" name="find-arrangoer" type="search" value={sought} onChange={(typed) => setSought(typed.target.value)} />
        {organisers.some(({ mayList }) => !mayList) && <Notice tone="info">Nogle mangler årets erklæring om børneattester. De kan skrive kladder og sende dem, når erklæringen er givet.</Notice>}
        <ActRow onClick={() => setChosen(chosen.length > 0 ? [] : reachable.map(({ foreningId }) => foreningId))}>{chosen.length > 0 ? 'Vælg ingen' : `Vælg alle ${reachable.length}, der er vist`}</ActRow>
      </div>
      {shown.length > 0 && (
        <DataTable
          stacks caption="Arrangører"
          columns={[{ key: 'name', head: 'Arrangør' }, { key: 'kind', head: 'Slags' }, { key: 'asked', head: 'Spurgt' }, { key: 'activities', head: 'Aktiviteter', end: true }, { key: 'declared', head: 'Erklæring' }]}
          lines={shown.map((row) => ({
            key: row.foreningId,
            cells: [
              row.hasContact ? (
                <span className="form-group-checkbox pick-one">
                  <input className="form-checkbox" type="checkbox" id={`spoerg-${row.foreningId}`} checked={chosen.includes(row.foreningId)} onChange={() => toggle(row.foreningId)} />
                  <label htmlFor={`spoerg-${row.foreningId}`}>{row.name}</label>
                </span>
              ) : <>{row.name}<br /><small>Ingen mail eller telefon</small></>,
              providerWords[row.providerType] ?? row.providerType, row.askedAt ? formatDay(localParts(row.askedAt)[0], 'da', 'day') : 'Nej', row.activities, <Tag tone={row.mayList ? 'ok' : 'no'}>{row.mayList ? 'Givet' : 'Mangler'}</Tag>,
            ],
          }))}
        />
      )}
      <div className="pad stack">
        <Problem error={invite.error} />
        {chosen.length > 0 && <div><Button kind="secondary" busy={invite.isPending} onClick={send}>{chosen.length === 1 ? 'Send 1 link' : `Send ${chosen.length} links`}</Button></div>}
      </div>
    </Sheet>
  )
}
