# The reference model of SWF behind a port: docker build -t swf-conformance . && docker run --rm -p 4567:4567 swf-conformance
# harness/mocks/README.md says what it can be told; arguments after the image's name are flags of `serve`.
FROM node:20-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
# The package as npm would publish it, so without sources and tests, beside what it needs to run.
RUN npm pack --silent && tar -xf swf-conformance-*.tgz && npm prune --omit=dev --omit=optional --no-audit --no-fund && mv node_modules package/

FROM node:20-slim
ENV NODE_ENV=production
WORKDIR /opt/swf-conformance
COPY --from=build /build/package ./
# The user that the base image brings along; nothing here is writable for it.
USER node
EXPOSE 4567
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=3 \
	CMD ["node", "-e", "fetch('http://127.0.0.1:4567/_swf/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node is the first process and gets SIGTERM itself: it answers what it has begun, then ends.
ENTRYPOINT ["node", "/opt/swf-conformance/dist/harness/cli.js", "serve", "--host", "0.0.0.0", "--port", "4567"]
