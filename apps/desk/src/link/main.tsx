import '@medspil/ui/medspil.css'
import './link.css'
import { keepFocusOnPage } from '@medspil/ui'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { LinkApp } from './link-app.tsx'

keepFocusOnPage()
createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <LinkApp />
  </StrictMode>,
)
