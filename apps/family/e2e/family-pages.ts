import { countInDatabase } from '@medspil/testing/browser'
import { linkFragment } from '@medspil/testing/seeded'
import type { Visit } from './judge-page.ts'

/** Somebody and what they open. `persona` logs in at the broker, `personId` is somebody the seed made up; neither is a visitor. */
export interface Tour { kommune: string; persona?: string; personId?: string; visits: Visit[] }

const first = async <Row extends object>(sql: string): Promise<Row> => {
  const [row] = await countInDatabase<Row>(sql)
  if (!row) throw new Error(`the seed holds nothing for: ${sql}`)
  return row
}

/** A guardian's child of one kommune with what `where` asks for; `child` is the person's alias in it. */
const parentOf = (kommune: string, what: string, from: string, where = 'true') => first<{ personId: string; childId: string; id: string }>(`
  select guardian.adult_id as "personId", child.id as "childId", ${what} as id
  from person child join kommune k on k.id = child.kommune_id and k.key = '${kommune}'
  join relation guardian on guardian.child_id = child.id and guardian.kind <> 'sibling' and guardian.to_day is null and guardian.lives_with
  join ${from} on ${where} order by child.id limit 1`)

/** Every page of the family app, by those who come to it; the lists also by families who have nothing yet. */
export async function familyTours(): Promise<Tour[]> {
  const granted = await parentOf('slagelse', 'a.id', 'application a', `a.child_id = child.id and a.state = 'granted'
    and exists (select 1 from fritidspas p where p.child_id = child.id and p.state = 'active') and exists (select 1 from signup s where s.child_id = child.id and s.state = 'started')`)
  const { id: signupId } = await first<{ id: string }>(`select id from signup where child_id = '${granted.childId}' and state = 'started' order by id limit 1`)
  const { id: letterId } = await first<{ id: string }>(`select id from letter where receiver_id = '${granted.personId}' order by id limit 1`)
  const { id: offerId } = await first<{ id: string }>(`select o.id from offer o join kommune k on k.id = o.kommune_id where k.key = 'slagelse' and o.program_id is null and o.state = 'published' and o.taken < o.capacity and 9 between o.age_from and o.age_to order by o.season_to desc, o.id limit 1`)
  const refused = await parentOf('slagelse', 'a.id', 'application a', `a.child_id = child.id and a.state = 'refused'`)
  const waiting = await parentOf('slagelse', 'a.id', 'application a', `a.child_id = child.id and a.state = 'submitted'`)
  const inLine = await parentOf('stevns', 's.id', 'signup s', `s.child_id = child.id and s.state = 'waiting'`)
  const withPlace = await parentOf('stevns', 's.id', 'signup s', `s.child_id = child.id and s.state = 'confirmed' and s.program_id is not null`)
  const { id: programId } = await first<{ id: string }>('select id from holiday_program order by id limit 1')
  const { id: activityId } = await first<{ id: string }>(`select id from offer where program_id = '${programId}' and state = 'published' order by id limit 1`)
  const [drawn, wishing] = (await Promise.all(['asc', 'desc'].map((order) => first<{ id: string }>(`select id from holiday_program where way = 'draw' order by from_day ${order} limit 1`)))).map(({ id }) => id)
  const hadWishes = await parentOf('stevns', 's.id', 'signup s', `s.child_id = child.id and s.program_id = '${drawn}' and s.drawn is not null`)
  const hasWishes = await parentOf('stevns', 's.id', 'signup s', `s.child_id = child.id and s.program_id = '${wishing}' and s.wish_rank is not null`)
  const paid = await first<{ personId: string; id: string }>(`select payer_id as "personId", id from payment where state = 'paid' order by id limit 1`)
  const asked = await parentOf('slagelse', 'f.id', 'follow_up f', `f.child_id = child.id and f.state = 'asked'`)
  const question = await linkFragment({ kommune: 'slagelse', purpose: 'follow-up', subjectId: asked.id, personId: asked.personId })
  const pages = (kommune: string, paths: string[]): Visit[] => paths.map((path) => ({ path: `/${kommune}${path}` }))
  const own = ['/forloeb', '/papirer', '/hvem-har-set', '/guide', '/find', '/ferie', '/ansoeg']
  return [
    { kommune: 'slagelse', visits: [
      { path: '/' }, { path: '/login-fejl' }, { path: '/slagelse/login-fejl' }, { path: '/slagelse/findes-slet-ikke', expects: 'nothing-there' }, { path: '/atlantis', expects: 'nothing-there' },
      ...pages('slagelse', ['/', '/kan-vi-faa-det', '/uden-mitid', '/was', '/forloeb', '/pas', '/find', '/ferie', '/ansoeg', `/find/${offerId}`]),
      { path: '/slagelse/pas#en-kode-vi-aldrig-har-set-foer', expects: 'nothing-there' }, { path: '/slagelse/svar', expects: 'nothing-there' }, { path: `/slagelse/svar#${question.split('.')[1]}` },
      ...pages('stevns', ['/', '/ferie', `/ferie/${programId}`, `/ferie/${drawn}/lodtraekning`, `/ferie/${wishing}/lodtraekning`, '/kan-vi-faa-det']), ...pages('holstebro', ['/']), ...pages('esbjerg', ['/', '/kan-vi-faa-det']),
    ] },
    { kommune: 'slagelse', persona: 'amira', visits: pages('slagelse', [...own, '/ansoeg/hel-fritid/barn', '/ansoeg/hel-fritid/tjek', `/find/${offerId}/tilmeld`]) },
    { kommune: 'slagelse', persona: 'freja', visits: pages('slagelse', ['/', '/forloeb', '/ansoeg']) },
    { kommune: 'slagelse', persona: 'jakob', visits: pages('slagelse', own) },
    { kommune: 'esbjerg', persona: 'kirsten', visits: pages('esbjerg', own) },
    { kommune: 'slagelse', personId: granted.personId, visits: pages('slagelse', [
      '/', ...own, `/kvittering/${granted.id}`, `/forloeb/${granted.id}`, `/fritidspas/${granted.childId}`, `/fritidspas/${granted.childId}/opgoerelse`,
      `/tilmelding/${signupId}`, `/papirer/${letterId}`, `/find/${offerId}`, `/find/${offerId}/tilmeld`,
    ]) },
    { kommune: 'slagelse', personId: refused.personId, visits: pages('slagelse', ['/forloeb', `/forloeb/${refused.id}`, '/papirer']) },
    { kommune: 'slagelse', personId: waiting.personId, visits: pages('slagelse', ['/forloeb', `/forloeb/${waiting.id}`, `/kvittering/${waiting.id}`]) },
    { kommune: 'stevns', personId: inLine.personId, visits: pages('stevns', [`/tilmelding/${inLine.id}`, `/ferie/${programId}`]) },
    { kommune: 'stevns', personId: hadWishes.personId, visits: pages('stevns', [`/ferie/${drawn}`, `/ferie/${drawn}/oensker`]) },
    { kommune: 'stevns', personId: hasWishes.personId, visits: pages('stevns', [`/ferie/${wishing}`, `/ferie/${wishing}/oensker`, `/ferie/${wishing}/venner`]) },
    { kommune: 'stevns', personId: paid.personId, visits: pages('stevns', [`/betaling/${paid.id}`, '/betalinger']) },
    { kommune: 'stevns', personId: withPlace.personId, visits: pages('stevns', [`/tilmelding/${withPlace.id}`, `/ferie/${programId}/vores`, `/ferie/${programId}/venner`, '/dage', `/tilmelding/${withPlace.id}/oplysninger`, `/efter/${withPlace.id}`, '/ferie', `/find/${activityId}`, `/find/${activityId}/tilmeld`, `/betal/${programId}`, '/betalinger']).concat({ path: `/stevns/betaling/${withPlace.id}`, expects: 'nothing-there' }) },
  ]
}
