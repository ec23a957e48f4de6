import type { ReactNode } from 'react'

type Name = ReactNode

/** Every text of the pages that a coach or a board answers on, in one language. `Name` is a child's, already isolated. */
export interface LinkWords {
  weekdays: readonly [string, string, string, string, string, string, string]
  frame: { skip: string; language: string; loading: string; callUs: string; retry: string; foot: (phone: ReactNode, hours: ReactNode) => ReactNode }
  silence: { title: string; text: string }
  dead: { title: string; text: string }
  problem: { usedUp: string; notSent: string; badField: string; conflict: string; broke: string; incident: (number: string) => string; notLoaded: string }
  answer: {
    title: string; titleAfter: string; mayBegin: (name: Name) => ReactNode; at: (offer: ReactNode, forening: ReactNode) => ReactNode
    time: string; place: string; price: string; free: string; wholePeriod: string; asked: string
    yes: string; no: string; ask: string; gets: (name: Name) => ReactNode; full: string; whatToAsk: string; fullMeans: string; sendFull: string; back: string
    question: string; questionHint: string; questionMissing: string; sendQuestion: string
    fee: string; feeHigher: (agreed: string) => string; feeSame: string; feeMissing: string; from: string; to: string; noSuchDay: string; endsFirst: string
    day: string; month: string; year: string; confirm: string
  }
  answered: {
    got: (name: Name) => ReactNode; asksFamily: (name: Name) => ReactNode; full: string; sent: string; nothing: string
    tellCoach: (name: Name) => ReactNode; higher: string; thanks: string; callsYou: string; over: string; fee: string; period: string; on: (day: string) => string; wrong: string
  }
  team: {
    title: string; set: (set: number, all: number) => string; notSet: (count: number) => string; noNet: string; kept: (count: number) => string; lastSeen: string; closed: string
    present: string; absent: string; unset: string; undo: string; isPresent: (name: Name) => ReactNode; isAbsent: (name: Name) => ReactNode
    finish: string; thanks: string; total: (present: number, absent: number, unset: number) => string; sent: string; sentLater: string; until: (day: string) => string
    notBegun: string; notSent: string; nobody: string; next: (day: string) => string
  }
  day: {
    children: (count: number) => string; away: (count: number) => string; ahead: (day: string) => string; choose: string; saidAbsent: string; place: string
    allergies: string; medicine: string; fetchedBy: string; phone: string; call: (number: string) => string; photo: string; photoYes: string; photoNo: string; other: string
    careFrom: (day: string) => string; careOver: string; notKept: string; print: string; name: string; nothing: string; unsaid: string; shred: (day: string) => string; shredded: string
  }
  neverCame: {
    title: string; means: string; child: string; choose: string; missing: string; send: string
    off: (name: Name) => ReactNode; money: Record<'not-owed' | 'asked-back', (amount: string) => string> & Record<'fee-stands' | 'waits', string>
  }
}
