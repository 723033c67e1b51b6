/** The one version of Shopify's Admin API that everything speaks: operations, generated types, shopify.app.toml. */
export const API_VERSION = '2026-10';
