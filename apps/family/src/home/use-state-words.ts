import { useLingui } from '@lingui/react/macro'
import type { MyApplication } from '@medspil/contracts/application'

/** The state as a heading, and what it means in one line. */
export function useStateWords(): (application: MyApplication) => { state: string; means: string } {
  const { t } = useLingui()
  return ({ state, status, childFirstName: name }) => {
    switch (state) {
      case 'draft': case 'submitted': return { state: t`Modtaget`, means: t`Vi har fået ansøgningen til ${name}. Et menneske læser den.` }
      case 'needs-info': return { state: t`Vi mangler et svar`, means: t`Vi har et spørgsmål om ${name}, før vi kan svare jer.` }
      case 'hearing': return { state: t`Vi vil gerne høre jer`, means: t`Der er noget, I skal se, før vi svarer om ${name}.` }
      case 'waiting-for-pool': return { state: t`Venter på penge`, means: t`Der er ikke penge lige nu. ${name} står i køen. I skal ikke gøre noget.` }
      case 'frozen': return { state: t`Vi ringer til jer`, means: t`Der er noget, vi skal tale med jer om, før vi kan svare.` }
      case 'refused': return { state: t`Ikke denne gang`, means: t`Vi kan ikke give det til ${name} denne gang. Er noget forkert? Ring til os.` }
      case 'withdrawn': return { state: t`Trukket tilbage`, means: t`Ansøgningen til ${name} er stoppet. I kan altid søge igen.` }
      case 'duplicate': return { state: t`Lagt sammen`, means: t`Der var to ansøgninger til ${name}. Vi har lagt dem sammen til én.` }
      case 'moved-away': return { state: t`I er flyttet`, means: t`Nu hjælper jeres nye kommune ${name}. Ring dertil.` }
      case 'granted': case 'partly-granted':
        if (status === 'after-three-months') return { state: t`Efter 3 måneder`, means: t`${name} er stadig med. Det er godt gået.` }
        if (status === 'under-way') return { state: t`I gang`, means: t`${name} er begyndt.` }
        return state === 'granted'
          ? { state: t`Godkendt`, means: t`${name} har fået ja. Nu kan I vælge noget at gå til.` }
          : { state: t`Godkendt`, means: t`${name} får en del af det, I søgte om. I brevet står hvorfor.` }
    }
  }
}
