# syntax=docker/dockerfile:1

# Compiles TypeScript. Nothing of this stage but dist/ is kept.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json tsconfig.json ./
COPY packages/embedded-mongo/package.json packages/embedded-mongo/
COPY packages/client/package.json packages/client/
# `prepare` would build before the source is there.
RUN npm ci --ignore-scripts
COPY config config
COPY packages packages
COPY src src
RUN npm run build

# What runs needs no compiler, and a MongoDB instead of the embedded one: that is optional, so it is left out.
FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
COPY packages/embedded-mongo/package.json packages/embedded-mongo/
COPY packages/client/package.json packages/client/
RUN npm ci --omit=dev --omit=optional --workspaces=false --ignore-scripts && npm cache clean --force

FROM node:24-bookworm-slim AS gateway
ENV APP_ENV=production \
    NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY config/*.json config/
COPY package.json ./
# The image's own user `node`, by number so that a host can tell it is not root.
USER 1000:1000
EXPOSE 8080
# Liveness: a process whose database is away is not helped by a restart. The balancer asks /health/ready.
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 8080}/health/live`).then((it) => process.exit(it.ok ? 0 : 1), () => process.exit(1))"]
# node itself is process 1, so that SIGTERM reaches it.
# Room for what is short-lived: a fifth of the time under load went into collecting it (docs/performance.md).
ENTRYPOINT ["node", "--max-semi-space-size=64", "dist/main.js"]
CMD ["serve"]
