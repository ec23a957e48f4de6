import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../../styles/medspil.scss'
import { LanguageProvider } from '../figures.tsx'
import { ToastRegion } from '../toast.tsx'
import { DeskExamples } from './desk.tsx'
import { FamilyExamples } from './family.tsx'
import { isLanguage } from './texts.ts'

// /examples.html?lang=ar and /examples.html?desk: every component in both directions, to be read beside the real pages.
const query = new URLSearchParams(location.search)
const asked = query.get('lang') ?? 'da'
const language = isLanguage(asked) ? asked : 'da'
document.documentElement.lang = language
document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr'
const desk = query.has('desk')
document.body.className = desk ? 'desk' : 'family'

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <LanguageProvider value={language}>
      <ToastRegion>{desk ? <DeskExamples /> : <FamilyExamples language={language} />}</ToastRegion>
    </LanguageProvider>
  </StrictMode>,
)
