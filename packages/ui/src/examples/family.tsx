import { useState } from 'react'
import {
  ActRow, BackLink, Button, ButtonRow, ChoiceGroup, Chip, DateFields, DayText, DaysText, Dialog, EmptyState, ErrorSummary,
  ExampleTag, FactList, FloorHead, FloorHero, Footer, Header, LanguageSwitch, LinkButton, LinkRow, MarkList, MarkRow, Money, noDate,
  Notice, OddsDots, OfferRow, Page, Panel, PassCard, PersonNote, PhoneLink, PlaceDots, ProgressBar, PurseBar, QueueDiscs, RowList,
  SkipLink, StatusPath, StepIndicator, SummaryList, Tag, TextArea, TextField, TimeField, UndoBar, useKommuneColour, useToast, Waiting,
} from '../index.ts'
import { exampleTexts } from './texts.ts'

const kommune = {
  key: 'slagelse', name: 'Slagelse Kommune', phone: '12345678', phoneHours: 'hverdage kl. 9–15', colour: '#0F5A5E',
}
const languages = [
  { code: 'da', name: 'Dansk' }, { code: 'en', name: 'English' }, { code: 'ar', name: 'العربية' },
  { code: 'uk', name: 'Українська' }, { code: 'tr', name: 'Türkçe' }, { code: 'so', name: 'Soomaali' },
]

/** What a family or a coach meets. */
export function FamilyExamples(props: { language: keyof typeof exampleTexts }) {
  const t = exampleTexts[props.language]
  useKommuneColour(kommune.colour)
  return (
    <>
      <SkipLink>{t.skip}</SkipLink>
      <Header kommune={kommune} homeHref="#" phoneLabel={t.phone} />
      <LanguageSwitch label={t.language} languages={languages} current={props.language} onChoose={(code) => { location.search = `lang=${code}` }} />
      <main id="indhold">
        <FloorHero>
          <h1>{t.find}</h1>
          <p className="lead">{t.lead}</p>
        </FloorHero>
        <Page>
          <Form t={t} />
          <Course t={t} />
          <Pass t={t} />
          <Offers t={t} />
          <Coach t={t} />
        </Page>
        <FloorHead>
          <BackLink href="#tilbage">{t.back}</BackLink>
          <h2>{t.swim}</h2>
        </FloorHead>
      </main>
      <Footer kommuneName={kommune.name} links={[{ href: '#set', text: t.seen }, { href: '#was', text: t.was }]}>
        {t.call} <PhoneLink phone={kommune.phone} />. {t.hours}
      </Footer>
    </>
  )
}

type Texts = (typeof exampleTexts)['da']

function Form({ t }: { t: Texts }) {
  const [going, setGoing] = useState<'no' | 'trial' | 'unknown' | null>('trial')
  const [likes, setLikes] = useState<('swim' | 'dance')[]>(['swim'])
  const [born, setBorn] = useState(noDate)
  const [clock, setClock] = useState('16:30')
  const toast = useToast()
  return (
    <section>
      <BackLink href="#forloeb">{t.back}</BackLink>
      <StepIndicator step={2} of={4}>{t.step}</StepIndicator>
      <ErrorSummary attempt={0} title={t.problems} problems={[{ id: 'going', text: t.noAnswer }, { id: 'born', text: t.noDay }]} />
      <form className="stack">
        <ChoiceGroup
          name="going" heading="h2" label={t.question} hint={t.questionHint} value={going} onChange={setGoing} error={t.noAnswer}
          choices={[{ value: 'no', text: t.no }, { value: 'trial', text: t.trial, hint: t.trialHint }, { value: 'unknown', text: t.unknown }]}
        />
        <ChoiceGroup
          many pair name="likes" label={t.wants} value={likes} onChange={setLikes}
          choices={[{ value: 'swim', text: t.swim }, { value: 'dance', text: t.dance }]}
        />
        <TextField name="child" label={t.name} hint={t.nameHint} defaultValue="Yara" />
        <DateFields name="born" label={t.birth} value={born} onChange={setBorn} error={t.noDay} texts={t} />
        <TimeField name="clock" label={t.clock} value={clock} onChange={setClock} />
        <TextArea name="more" label={t.more} />
        <Button wide>{t.next}</Button>
        <ButtonRow>
          <Button kind="secondary" onClick={() => toast(t.toast)}>{t.later}</Button>
          <ActRow pictogram="laesop">{t.why}</ActRow>
        </ButtonRow>
      </form>
      <p className="small inl"><Tag tone="ok">{t.saved}</Tag></p>
      <details className="details">
        <summary className="details-summary">{t.why}</summary>
        <div className="details-text"><p>{t.because}</p></div>
      </details>
      <h2>{t.check}</h2>
      <SummaryList
        lines={[
          { key: 'child', question: t.name, answer: 'Yara' },
          { key: 'going', question: t.question, answer: t.trial, change: { href: '#going', text: t.change, label: t.changeOf + t.question } },
        ]}
      />
    </section>
  )
}

function Course({ t }: { t: Texts }) {
  return (
    <section className="stack">
      <p className="state">{t.state}</p>
      <Panel look="turn">
        <h2>{t.turn}</h2>
        <p>{t.choose} <b><DayText day="2026-08-30" form="long" /></b>.</p>
        <LinkButton wide kind="secondary" href="#find">{t.find}</LinkButton>
      </Panel>
      <h2>{t.where}</h2>
      <StatusPath
        here={1}
        stops={[
          { key: 'received', title: t.received, text: <><DayText day="2026-08-03" form="weekday" first />. {t.sent}</> },
          { key: 'granted', title: t.state, text: <DayText day="2026-08-06" form="weekday" first /> },
          { key: 'active', title: t.active, text: t.first },
          { key: 'after', title: t.after, text: t.ask },
        ]}
      />
      <Panel look="calm">
        <PersonNote pictogram="person">
          <h2>{t.askMette}</h2>
          <p>{t.mette}</p>
          <LinkRow pictogram="telefon" href="tel:12345678">{t.phone}</LinkRow>
        </PersonNote>
      </Panel>
      <RowList 
        rows={[
          { key: 'papers', href: '#papirer', pictogram: 'papir', text: t.papers },
          { key: 'seen', more: t.because, pictogram: 'oeje', text: t.seen, disc: true },
        ]}
      />
    </section>
  )
}

function Pass({ t }: { t: Texts }) {
  return (
    <section>
      <PassCard
        title="Fritidspas" kommuneName="Slagelse Kommune" name="Yara A." activity={{ pictogram: 'svoemning', text: t.swim }}
        validLabel={t.validTo} validTo={<DayText day="2026-12-31" />} state={t.valid}
        code="https://medspil.example/p#4fT9c0aWq1" codeLabel={t.code}
      />
      <h2>{t.on} <ExampleTag>{t.example}</ExampleTag></h2>
      <PurseBar
        name={t.fee} left={<><Money ore={85_000n} /> {t.left}</>} of={<>{t.of} <Money ore={160_000n} /></>}
        parts={[{ kind: 'spent', share: 750, text: <><Money ore={75_000n} /> {t.spent}</> }, { kind: 'free', share: 850 }]}
      />
      <PurseBar
        name={t.gear} left={<><Money ore={36_000n} /> {t.left}</>} of={<>{t.of} <Money ore={60_000n} /></>}
        parts={[{ kind: 'held', share: 240, text: <><Money ore={24_000n} /> {t.held}</> }, { kind: 'free', share: 360 }]}
      />
    </section>
  )
}

function Offers({ t }: { t: Texts }) {
  const [near, setNear] = useState(true)
  return (
    <section className="stack">
      <ul className="filters">
        <li><Chip on={near} onToggle={() => setNear(!near)}>{t.near}</Chip></li>
        <li><Chip on={false} onToggle={() => undefined} pictogram="filter">{t.free}</Chip></li>
      </ul>
      <ul className="rows">
        <OfferRow
          href="#svoem" pictogram="svoemning" colour="himmel" title="Svømning, begynder" forening="Svømmeklubben Delfinen"
          facts={[{ pictogram: 'ur', text: <bdi lang="da">Onsdag kl. 16.00–16.45</bdi> }, { pictogram: 'cykel', text: '1,2 km' }]}
          price={<><Money ore={0n} /> {t.withPass}</>} without={<>{t.without} <Money ore={75_000n} /></>} tag={<Tag tone="ok">{t.places}</Tag>}
        />
        <OfferRow
          href="#spejder" pictogram="spejder" colour="sol" title="Spejder, mini" forening="Spejderne ved Åen"
          facts={[{ pictogram: 'gang', text: '900 m' }]}
          price={<><Money ore={15_000n} /> {t.withPass}</>} tag={<Tag tone="wait">{t.full}</Tag>}
        />
      </ul>
      <FactList
        facts={[
          { pictogram: 'kalender', name: t.days, text: <DaysText first="2026-07-06" last="2026-07-08" />, more: t.swim },
          { pictogram: 'pulje', name: t.price, text: <Money ore={12_000n} /> },
        ]}
      />
      <Panel look="kommune">
        <h2>{t.places}</h2>
        <PlaceDots capacity={16} taken={14} label={t.taken} />
        <p>{t.taken}</p>
      </Panel>
      <QueueDiscs length={6} mine={4} label={t.queue} />
      <p>{t.queue}</p>
      <OddsDots outOfTen={4} label={t.odds} />
      <p>{t.odds}</p>
    </section>
  )
}

function Coach({ t }: { t: Texts }) {
  const [mark, setMark] = useState<'present' | 'absent' | null>('present')
  const [open, setOpen] = useState(false)
  const texts = { presentText: t.mark, absentText: t.absent, onMark: setMark }
  return (
    <section className="stack">
      <Notice tone="info" sign="intetnet" role="status">{t.noNet}</Notice>
      <MarkList>
        <MarkRow name="Alma K." value={mark} {...texts} />
        <MarkRow name="Elias B." value="absent" {...texts} />
        <MarkRow name="Liv N." value={null} {...texts} />
      </MarkList>
      <UndoBar undoText={t.undo} onUndo={() => setMark(null)}>{t.undone}</UndoBar>
      <Button kind="secondary" onClick={() => setOpen(true)}>{t.dialog}</Button>
      <Dialog open={open} title={t.dialog} closeLabel={t.close} onClose={() => setOpen(false)}><p>{t.lead}</p></Dialog>
      <EmptyState pictogram="kalender" title={t.empty}><p>{t.emptyWhy}</p></EmptyState>
      <ProgressBar done={3} of={8} label={t.progress}>{t.progress}</ProgressBar>
      <Waiting>{t.wait}</Waiting>
    </section>
  )
}
