import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    remix({
      ignoredRouteFiles: ['**/.*'],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        // The panel has a handful of pages: all are told at once. Asked for later, they fail whoever leaves in that moment.
        v3_lazyRouteDiscovery: false,
        v3_singleFetch: true,
      },
    }),
  ],
  // Styles and scripts stay files: the customer's page forbids anything inline.
  build: { assetsInlineLimit: 0 },
  // All three, or two copies of Polaris meet and server rendering fails with "No i18n was provided".
  ssr: {
    noExternal: ['@shopify/polaris', '@shopify/shopify-app-remix', '@shopify/app-bridge-react'],
  },
  optimizeDeps: { include: ['@shopify/app-bridge-react', '@shopify/polaris'] },
});
