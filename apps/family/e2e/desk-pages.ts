import { countInDatabase } from '@medspil/testing/browser'
import { linkFragment } from '@medspil/testing/seeded'
import type { Tour } from './family-pages.ts'
import type { Visit } from './judge-page.ts'

const idOf = async (sql: string): Promise<string> => {
  const [row] = await countInDatabase<{ id: string }>(`${sql} limit 1`)
  if (!row) throw new Error(`the seed holds nothing for: ${sql}`)
  return row.id
}

const inKommune = (table: string, kommune: string, where = 'true', order = 't.id') => idOf(`select t.id from ${table} t join kommune k on k.id = t.kommune_id and k.key = '${kommune}' where ${where} order by ${order}, t.id`)

/** Every page of the desk and of the links into it, by those who work there; the lists also where nothing has happened yet. */
export async function deskTours(): Promise<Tour[]> {
  const unread = await inKommune('application', 'slagelse', `t.state = 'submitted'`)
  const granted = await inKommune('application', 'slagelse', `t.state = 'granted' and t.door = 'family'`)
  const child = await inKommune('person', 'slagelse', `exists (select 1 from signup s where s.child_id = t.id and s.state = 'started') and exists (select 1 from course c where c.child_id = t.id and c.state = 'open')`)
  const guided = await inKommune('person', 'holstebro', `exists (select 1 from course c where c.child_id = t.id and c.state = 'open' and c.has_guidance)`)
  const forening = await inKommune('forening', 'slagelse')
  const [toRelease, paid] = [await inKommune('payout', 'slagelse', 'true', `t.state <> 'submitted'`), await inKommune('payout', 'slagelse', `t.state = 'confirmed'`)]
  const [older, newer] = await Promise.all([1, 2].map((number) => inKommune('ordning_version', 'slagelse', `t.number = ${number}`)))
  const asked = await inKommune('signup', 'slagelse', `t.state = 'confirmed'`)
  const [team] = await countInDatabase<{ id: string; foreningId: string }>(`select o.id, o.forening_id as "foreningId" from offer o join kommune k on k.id = o.kommune_id and k.key = 'slagelse'
    where o.taken > 0 order by o.taken desc, o.id limit 1`)
  const [asker] = await countInDatabase<{ foreningId: string }>('select o.forening_id as "foreningId" from signup s join offer o on o.id = s.offer_id where s.id = $1', [asked])
  const link = async (purpose: string, subjectId: string, foreningId: string, kommune = 'slagelse') => `/l#${await linkFragment({ kommune, purpose, subjectId, foreningId })}`
  const program = await inKommune('holiday_program', 'stevns')
  const activity = await inKommune('offer', 'stevns', `t.program_id = '${program}' and t.state = 'published'`)
  const [drawn, wishing] = await Promise.all(['asc', 'desc'].map((order) => inKommune('holiday_program', 'stevns', `t.way = 'draw'`, `t.from_day ${order}`)))
  const [withChildren] = await countInDatabase<{ id: string; foreningId: string }>(`select id, forening_id as "foreningId" from offer where program_id = '${program}' and taken > 0 order by taken desc, id limit 1`)
  const [organiser] = await countInDatabase<{ id: string }>('select forening_id as id from offer where id = $1', [activity])
  const pages = (kommune: string, paths: string[]): Visit[] => paths.map((path) => ({ path: `/${kommune}${path}` }))
  const by = (kommune: string, role: string, paths: string[]): Tour => ({ kommune, persona: `${kommune}-${role}`, visits: pages(kommune, paths) })
  return [
    { kommune: 'slagelse', visits: [
      { path: '/' }, { path: '/slagelse/' }, { path: '/login-fejl' }, { path: '/slagelse/login-fejl' }, { path: '/slagelse/login-fejl?hvorfor=level-too-low' }, { path: '/atlantis/', expects: 'nothing-there' },
      { path: '/l', expects: 'nothing-there' }, { path: `/l#slagelse.${'x'.repeat(43)}`, expects: 'nothing-there' },
      { path: await link('signup-answer', asked, asker!.foreningId) }, { path: await link('team-list', team!.id, team!.foreningId) }, { path: await link('forening-desk', team!.foreningId, team!.foreningId) },
    ] },
    by('slagelse', 'fagperson', ['/giv', '/mine-boern', '/i-dag', '/aabn-barn', '/rolle']),
    { ...by('slagelse', 'caseworker', ['/', '/indbakke', `/indbakke/${unread}`, `/indbakke/${granted}`, '/boern', `/boern/${child}`, '/pulje', '/udbetaling', '/tal']) },
    { kommune: 'slagelse', persona: 'slagelse-fritidsvejleder', visits: [...pages('slagelse', ['/i-dag', '/boern', `/boern/${child}`, `/boern/${child}/ferie`, '/guider', '/foreninger', `/foreninger/${forening}`, '/tal', '/aabn-barn']), { path: '/slagelse/findes-slet-ikke', expects: 'nothing-there' }] },
    by('slagelse', 'preparer', ['/udbetaling', '/udbetaling/tilbagekrav']),
    by('slagelse', 'payer', ['/udbetaling', `/udbetaling/${toRelease}`, `/udbetaling/${paid}`, '/udbetaling/tilbagekrav', '/pulje']),
    by('slagelse', 'leader', ['/tal', '/pulje', '/regnskab', '/stikproeve']),
    by('slagelse', 'administrator', ['/ordninger', `/ordninger/version/${newer}`, `/ordninger/version/${newer}/kladde`, `/ordninger/sammenlign/${older}/${newer}`, '/pulje', '/tal']),
    by('holstebro', 'fritidsvejleder', ['/i-dag', `/boern/${guided}`, `/boern/${guided}/guide`, '/guider', '/tal']),
    { kommune: 'holstebro', persona: 'karim', visits: pages('holstebro', ['/ture']) },
    by('esbjerg', 'caseworker', ['/indbakke', '/boern', '/pulje', '/udbetaling']),
    by('esbjerg', 'fritidsvejleder', ['/i-dag', '/guider', '/foreninger']),
    by('esbjerg', 'fagperson', ['/mine-boern', '/i-dag']),
    by('esbjerg', 'leader', ['/tal', '/regnskab', '/stikproeve']),
    by('stevns', 'fritidsvejleder', ['/ferie', '/ferie/ny', `/ferie/${program}`, `/ferie/${drawn}`, `/ferie/${wishing}`, `/ferie/${program}/plan`, `/ferie/${program}/overblik`, `/ferie/${program}/haefte`, `/ferie/${program}/aktivitet/ny`, `/ferie/${program}/aktivitet/${activity}`]),
    by('stevns', 'leader', ['/ferie', `/ferie/${program}`, `/ferie/${program}/aktivitet/${activity}`, '/tal/ferie']),
    { kommune: 'stevns', visits: [{ path: await link('program-activities', program, organiser!.id, 'stevns') }, { path: await link('team-list', withChildren!.id, withChildren!.foreningId, 'stevns') }] },
    by('stevns', 'payer', ['/udbetaling', '/udbetaling/tilbagekrav']),
  ]
}
