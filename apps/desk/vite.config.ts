import { resolve } from 'node:path'
import { medspilVite } from '@medspil/ui/vite'
import { defineConfig } from 'vite'
import type { Connect, Plugin } from 'vite'

const shared = medspilVite()

// The address in an SMS is short: /l#token. Everything before # is the same for all, everything after stays in the phone.
const linkPage: Connect.NextHandleFunction = (request, _response, next) => {
  if (request.url === '/l' || request.url?.startsWith('/l?')) request.url = '/link.html'
  next()
}
const shortLink: Plugin = {
  name: 'medspil-short-link',
  configureServer: (server) => void server.middlewares.use(linkPage),
  configurePreviewServer: (server) => void server.middlewares.use(linkPage),
}

/** The desk, and beside it the small entry for those who come with a link in a mail or an SMS. */
export default defineConfig({
  ...shared,
  plugins: [...shared.plugins, shortLink],
  build: { rolldownOptions: { input: { desk: resolve(import.meta.dirname, 'index.html'), link: resolve(import.meta.dirname, 'link.html') } } },
  server: { proxy: { '/trpc': 'http://localhost:3000', '^/login/': 'http://localhost:3000', '/letters': 'http://localhost:3000' } },
})
