/** The four kommuner of the demonstration. */
export type KommuneKey = 'slagelse' | 'holstebro' | 'esbjerg' | 'stevns'

/** What the person does in the product; roles themselves are given in Medspil, never by the broker. */
export type PersonaRole =
  | 'parent' | 'young-person' | 'foster-parent' | 'fritidsguide' | 'chair' | 'treasurer'
  | 'fagperson' | 'fritidsvejleder' | 'caseworker' | 'ex-caseworker' | 'leader' | 'preparer' | 'payer' | 'administrator'

/** NSIS level as the broker reports it. */
export type NsisLevel = 'Low' | 'Substantial' | 'High'

/** A fictional human one can log in as. */
export type Persona = {
  /** Stable: used by tests as `login_hint` and by the seed. */
  key: string
  name: string
  issuer: 'mitid' | 'erhverv'
  /** The broker's subject: one per login, so one human with two logins has two. */
  sub: string
  /** MitID's own id of the human or, for Erhverv, of the identity at work. */
  uuid: string
  /** Ten digits, fictive; null for the person who has none. */
  cpr: string | null
  /** ISO day. */
  birthDay: string
  kommuneKeys: KommuneKey[]
  role: PersonaRole
  /** Danish title, staff and forening only. */
  profession?: string
  addressProtected: boolean
  level: NsisLevel
  /** Employer's or forening's CVR (8 digits), MitID Erhverv only. */
  cvr?: string
  organisation?: string
  workId?: string
  /** One Danish sentence: what to try as this person. */
  tryThis: string
}
