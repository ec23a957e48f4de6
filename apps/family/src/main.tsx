import '@medspil/ui/medspil.css'
import { i18n } from '@lingui/core'
import { I18nProvider, useLingui } from '@lingui/react'
import { focusHeading, keepFocusOnPage, LanguageProvider } from '@medspil/ui'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { chosenLanguage, showLanguage } from './language.ts'
import { router } from './routes.tsx'

function App() {
  const { i18n } = useLingui()
  return (
    <LanguageProvider value={i18n.locale}>
      <RouterProvider router={router} />
    </LanguageProvider>
  )
}

// A keyboard starts each new page at its heading; the first page starts at its own top.
router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
  if (fromLocation && pathChanged) focusHeading()
})
keepFocusOnPage()

await showLanguage(chosenLanguage())
createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <App />
    </I18nProvider>
  </StrictMode>,
)
