# gouji as this checkout has it: docker build --tag gouji .
# No network is needed to run: docker run --rm --network none --volume "$PWD:/work:ro" gouji audit reports
FROM node:22-bookworm-slim AS build
WORKDIR /src
COPY . .
RUN npm ci \
 && mkdir -p /packed /opt/gouji \
 && npm pack --workspaces --ignore-scripts --pack-destination /packed \
 && echo '{}' > /opt/gouji/package.json \
 && npm install --prefix /opt/gouji --ignore-scripts --no-audit --no-fund /packed/*.tgz

FROM node:22-bookworm-slim
COPY --from=build /opt/gouji /opt/gouji
USER node
WORKDIR /work
ENTRYPOINT ["node", "/opt/gouji/node_modules/gouji/bin/gouji.js"]
CMD ["--help"]
