# One image for web, worker and migration; docker-compose.yml shows the three commands. Why: docs/decisions/0021.

FROM node:24-slim AS build
WORKDIR /app
# Packages first: they change less often than the code.
COPY package.json package-lock.json prisma.config.ts ./
COPY prisma ./prisma
COPY scripts/generate-client.mjs ./scripts/
RUN npm ci --no-audit --no-fund
COPY tsconfig.json vite.config.ts ./
COPY scripts/build.mjs ./scripts/
COPY app ./app
RUN npm run build
# Leaves the generated database client (node_modules/.prisma) where it is.
RUN npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-slim
ENV NODE_ENV=production CHECKPOINT_DISABLE=1
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY package.json prisma.config.ts ./
COPY prisma ./prisma
COPY scripts/migrate.mjs scripts/migrate-database.ts ./scripts/
COPY --from=build /app/build ./build
# Files belong to root, so that the programs can't change them.
USER node
EXPOSE 3000
# The worker has no port: its service switches this off.
HEALTHCHECK --interval=15s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/livez').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "build/server.js"]
