import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin'
import { medspilVite } from '@medspil/ui/vite'
import babel from '@rolldown/plugin-babel'
import { defineConfig } from 'vite'

const shared = medspilVite()

/** The family app. A text that one language lacks, or that cannot be read, stops the build; while developing, Danish stands in. */
export default defineConfig(({ command }) => ({
  ...shared,
  plugins: [
    ...shared.plugins,
    lingui({ failOnMissing: command === 'build' && 'catalog', failOnCompileError: true }),
    babel({ presets: [linguiTransformerBabelPreset()] }),
  ],
  server: { proxy: { '/trpc': 'http://localhost:3000', '/login': 'http://localhost:3000' } },
}))
