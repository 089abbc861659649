/** Builds the studio into `dist`, which the runtime serves; `dev` talks to a runtime on port 8787. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const runtime = process.env['TIERFLOW_RUNTIME'] ?? 'http://127.0.0.1:8787';

export default defineConfig(({ command }) => {
  // What is built is what people get, also when a test asks for it: a test's environment would bring in the development React.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    plugins: [react()],
    build: {
      outDir: 'dist',
      target: 'es2022',
      // Every byte comes from a file: the page's policy allows no inline script and no data: fonts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 900,
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 30 },
              { name: 'canvas', test: /node_modules[\\/](@xyflow|d3-[a-z]+)[\\/]/, priority: 20 },
              { name: 'components', test: /node_modules[\\/](@mantine|@floating-ui)[\\/]/, priority: 20 },
            ],
          },
        },
      },
    },
    server: { port: 5173, proxy: { '/v1': runtime, '/livez': runtime, '/readyz': runtime } },
  };
});
