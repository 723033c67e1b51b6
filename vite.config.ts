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
        v3_lazyRouteDiscovery: true,
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
