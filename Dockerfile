# Touchstone itself: `docker build -t touchstone .`, or scripts/images/production.sh where no image registry answers.
# The base needs Node.js 24 or newer, npm (the sandbox images are built with it) and a user `node`.
ARG BASE=node:24-bookworm-slim

FROM ${BASE} AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM ${BASE}
WORKDIR /app
ENV NODE_ENV=production \
    TOUCHSTONE_HOST=0.0.0.0 \
    TOUCHSTONE_PORT=3000 \
    TOUCHSTONE_DATA=/var/lib/touchstone \
    npm_config_cache=/tmp/npm
RUN install -d -o node -g node /var/lib/touchstone
COPY --from=packages /app/node_modules node_modules
COPY package.json package-lock.json app.yml tsconfig.json ./
COPY bin bin
COPY src src
COPY graders graders
COPY rubrics rubrics

# The code belongs to root, so that the process cannot change it.
USER node
VOLUME /var/lib/touchstone
EXPOSE 3000
# A worker has no port to ask; compose.yaml turns this off for it.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.TOUCHSTONE_PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "bin/touchstone.mjs"]
CMD ["serve"]
