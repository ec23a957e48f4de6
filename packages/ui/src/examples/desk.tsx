import { useState } from 'react'
import {
  Button, ChoiceGroup, CriterionList, CriterionRow, DataTable, DeskColumns, DeskFrame, DeskHead, ExampleTag, FirstTask,
  HiddenCell, KeyFigure, KeyFigures, LinkButton, LinkRow, MeetingTrace, Money, Notice, PurseBar, Sheet, Tag, TaskList, TaskRow, TextArea,
  useKommuneColour,
} from '../index.ts'

const met = ['met', 'met', 'met', 'met', 'met', 'met', 'away', 'away'] as const

/** What a fritidsvejleder, a caseworker and a leader meet. */
export function DeskExamples() {
  useKommuneColour('#6A3460')
  return (
    <DeskFrame
      kommune={{ name: 'Holstebro Kommune' }} homeHref="#" menuLabel="Menu" user={{ name: 'Jonas Friis', role: 'Fritidsvejleder' }}
      logOut={<LinkRow href="#ud">Log ud</LinkRow>}
      entries={[
        { href: '#idag', text: 'I dag', pictogram: 'kalender', count: 6, current: true },
        { href: '#boern', text: 'Børn', pictogram: 'familie', count: 38 },
        { href: '#tal', text: 'Tal', pictogram: 'tal' },
      ]}
    >
      <DeskHead title="6 børn venter på dig i dag" aside={<LinkRow href="#find" pictogram="soeg">Find et barn</LinkRow>}>
        Torsdag den 3. september 2026 · Guide to Move
      </DeskHead>
      <DeskColumns asideLabel="Overblik" aside={<Aside />}>
        <FirstTask
          label="Først" title="Ring til Leylas mor, Aylin" act={<LinkButton href="tel:12345678" pictogram="telefon">Ring 12 34 56 78</LinkButton>}
          more={<><LinkRow href="#fat">Fik fat i hende</LinkRow><LinkRow href="#ingen">Ingen svarede</LinkRow></>}
        >
          <p>Leyla skulle have svømmet for første gang i tirsdags. Hun er ikke krydset af.</p>
        </FirstTask>
        <Sheet title="Så er der" remark="2 opgaver" flush>
          <TaskList>
            <TaskRow
              pictogram="fodbold" colour="graes" title="Oskar Pihl, 11 år" why="Væk to gange i træk fra håndbold. Før det mødt 6 gange."
              trace={<MeetingTrace meetings={met} label="Mødt seks gange, så væk to gange" />} when="I dag" whenWhy="Ring eller skriv"
              act={<LinkButton wide kind="secondary" href="#skriv">Skriv til familien</LinkButton>}
            />
            <TaskRow
              pictogram="pas" colour="himmel" title="Victor Lund, 8 år" why="Har haft passet i 5 uger og ikke valgt noget."
              when="I dag" whenWhy="Pas til 31. dec." act={<LinkButton wide kind="secondary" href="#foreslaa">Foreslå tre tilbud</LinkButton>}
            />
          </TaskList>
        </Sheet>
        <Criteria />
        <Figures />
      </DeskColumns>
    </DeskFrame>
  )
}

function Criteria() {
  const [judged, setJudged] = useState<'met' | 'not-met' | null>('met')
  return (
    <Sheet title="Kriterier" remark="1 til dig · 1 ikke opfyldt · 1 opfyldt" flush>
      <CriterionList>
        <CriterionRow
          tone="judge" state="Vurderes" title="Har brug for hjælp for at komme i gang" fact="Læreren skriver: ”Emma er ikke gået til noget.”"
          sources={['Lærer, 3. august', 'Familien, 3. august']}
          judge={
            <>
              <ChoiceGroup
                name="judged" label={<span className="sr-only">Din vurdering</span>} pair value={judged} onChange={setJudged}
                choices={[{ value: 'met', text: 'Opfyldt' }, { value: 'not-met', text: 'Ikke opfyldt' }]}
              />
              <TextArea name="reason" label="Din begrundelse" rows={2} />
            </>
          }
        />
        <CriterionRow
          tone="no" state="Ikke opfyldt" title="Udstyr er ikke betalt af andre" fact="BROEN betalte svømmeudstyr den 12. maj 2026: 640 kr."
          sources={['BROEN, 4. august']}
        />
        <CriterionRow tone="ok" state="Opfyldt" title="2–17 år" fact={<>10 år på ansøgningsdagen. <ExampleTag>eksempel</ExampleTag></>} sources={['CPR, 3. august']} />
      </CriterionList>
    </Sheet>
  )
}

function Figures() {
  return (
    <>
      <KeyFigures>
        <KeyFigure name="Fået et pas" figure="438" of="ud af 612, vi har mødt" />
        <KeyFigure name="Første træning" figure="338" of="77 % af dem med pas" />
        <KeyFigure name="Aktive efter 3 måneder" figure="70 %" of="15 % stoppet, 14 % ukendt" />
      </KeyFigures>
      <Sheet title="Børn støttet ind i en forening" remark="Tal under 5 er skjult" flush>
        <DataTable
          caption="Børn støttet ind i en forening efter område og alder"
          columns={[{ key: 'area', head: 'Område' }, { key: 'a', head: '2–5 år', end: true }, { key: 'b', head: 'I alt', end: true }]}
          lines={[
            { key: '1', cells: ['Område 1', '6', '21'] },
            { key: '2', cells: ['Område 2', <HiddenCell>Skjult</HiddenCell>, '23'] },
            { key: 'sum', kind: 'sum', cells: ['I alt', '16', '66'] },
          ]}
        />
      </Sheet>
      <Sheet title="Puljen 2026">
        <PurseBar
          name="Fri" left={<Money ore={28_925_000n} />}
          parts={[
            { kind: 'spent', share: 46, text: 'Brugt 46 %' }, { kind: 'held', share: 22, text: 'Lovet 22 %' }, { kind: 'free', share: 32, text: 'Fri 32 %' },
          ]}
        />
      </Sheet>
    </>
  )
}

function Aside() {
  return (
    <>
      <Sheet title="Afgørelse">
        <p className="inl"><span>Kontingent, 750 kr.</span> <Tag tone="ok">Ja</Tag></p>
        <p className="inl"><span>Udstyr, 600 kr.</span> <Tag tone="no">Nej</Tag></p>
        <Button wide kind="secondary">Send afgørelsen</Button>
      </Sheet>
      <Notice tone="judge"><b>2 linjer er holdt ude.</b> Det kræver en godkendelse mere.</Notice>
    </>
  )
}
