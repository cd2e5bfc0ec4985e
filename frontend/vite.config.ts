import tailwind from '@tailwindcss/vite';
import vue from '@vitejs/plugin-vue';
import icons from 'unplugin-icons/vite';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { precompress } from './precompress.ts';

const api = `http://127.0.0.1:${process.env['API_PORT'] ?? '3000'}`;

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const source = (name: string): string => here(`../packages/${name}/src/index.ts`);

export default defineConfig({
  plugins: [vue(), tailwind(), icons({ compiler: 'vue3', scale: 1, defaultClass: 'icon' }), precompress()],
  // Our packages are read from their sources, so that a change in a rule is seen at once. By name, not by the "source"
  // condition: other people's packages use that word too, and would be compiled from their sources as well.
  resolve: { alias: { '@furikaeri/model': source('model'), '@furikaeri/contracts': source('contracts'), zod: here('src/app/no-schemas.ts') } },
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  build: {
    outDir: 'dist',
    target: 'es2022',
    // Fonts and icons stay files: a data: URL would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': { target: api, ws: true, changeOrigin: false } },
  },
});
