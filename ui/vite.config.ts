import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

const hearthd = { target: 'http://127.0.0.1:7466', ws: true }

export default defineConfig({
  plugins: [svelte()],
  server: { proxy: { '/api': hearthd, '/socket.io': hearthd } },
  // The content security policy allows no data: URL in styles and scripts.
  build: { assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
})
