import { defineConfig } from 'vitest/config'

// Ten thousand histories take two seconds on an idle machine and far longer on a busy one.
export default defineConfig({ test: { testTimeout: 60_000 } })
