import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import postcssRTLCSS from 'postcss-rtlcss'
import { Mode } from 'postcss-rtlcss/options'
import type { Plugin, UserConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * The part of the Vite configuration both frontends share: React, the dkfds load paths and the mirroring of every
 * physical direction for Arabic. Combined mode keeps one stylesheet for both directions.
 */
export function medspilVite(): UserConfig & Required<Pick<UserConfig, 'plugins' | 'css'>> {
  return {
    plugins: [react(), preloadLatin(), pureLayers()],
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

// Every page has Latin letters in both weights; asking for them with the first byte saves the text from jumping later.
function preloadLatin(): Plugin {
  return {
    name: 'medspil-preload-latin',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => /ibm-plex-sans-latin-[46]00-normal-.*\.woff2$/.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${file}` },
            injectTo: 'head' as const,
          })),
    },
  }
}

// Nothing happens by loading a module of these layers: a page takes along what it uses, and not all that stands behind the same door.
function pureLayers(): Plugin {
  return {
    name: 'medspil-pure-layers',
    apply: 'build',
    config: () => ({ build: { rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /\/packages\/(ledger|domain|contracts|wording)\/src\//, sideEffects: false }] } } } }),
  }
}
