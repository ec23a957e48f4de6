import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-po'

export default defineConfig({
  sourceLocale: 'da',
  locales: ['da', 'en', 'ar', 'uk', 'tr', 'so'],
  // While developing, Danish stands in for a text nobody has translated yet; the build stops at it (vite.config.ts).
  fallbackLocales: { default: 'da' },
  // Frame and Start travel with the first page; the words of the rooms come with the first room.
  catalogs: [
    { path: '<rootDir>/src/locales/{locale}', include: ['src/frame', 'src/start'] },
    { path: '<rootDir>/src/locales/rooms/{locale}', include: ['src'], exclude: ['src/frame', 'src/start'] },
  ],
  format: formatter({ lineNumbers: false }),
})
