import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import postcssRTLCSS from 'postcss-rtlcss'
import { Mode } from 'postcss-rtlcss/options'
import type { UserConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * The part of the Vite configuration both frontends share: React, the dkfds load paths and the mirroring of every
 * physical direction for Arabic. Combined mode keeps one stylesheet for both directions.
 */
export function medspilVite(): UserConfig & Required<Pick<UserConfig, 'plugins' | 'css'>> {
  return {
    plugins: [react()],
    css: {
      postcss: { plugins: [postcssRTLCSS({ mode: Mode.combined })] },
      preprocessorOptions: {
        scss: {
          loadPaths: [here('./node_modules/dkfds/dist/scss')],
          quietDeps: true,
          // dkfds 11.2 still writes Sass' own if().
          silenceDeprecations: ['if-function'],
        },
      },
    },
  }
}
