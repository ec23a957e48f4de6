import { defineConfig } from 'vite'
import { medspilVite } from './vite.ts'

/** Serves the example page of every component: `vite` in this folder, then /examples.html?lang=ar. */
export default defineConfig({ ...medspilVite(), build: { rolldownOptions: { input: 'examples.html' } } })
