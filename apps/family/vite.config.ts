import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin'
import { medspilVite } from '@medspil/ui/vite'
import babel from '@rolldown/plugin-babel'
import { defineConfig } from 'vite'

const shared = medspilVite()

/** The family app. LINGUI_STRICT=1 stops the build at a missing translation. */
export default defineConfig({
  ...shared,
  plugins: [
    ...shared.plugins,
    lingui({ failOnMissing: process.env.LINGUI_STRICT === '1' }),
    babel({ presets: [linguiTransformerBabelPreset()] }),
  ],
  server: { proxy: { '/trpc': 'http://localhost:3000', '/login': 'http://localhost:3000' } },
})
