# One image for the API, the worker and the migration; which one runs is the command. See docs/operate.md.
FROM node:24-bookworm-slim AS build
WORKDIR /medspil
COPY . .
RUN node -e "import('./scripts/install.js').then(({ install }) => install(console.log))" \
 && node -e "import('./scripts/build.js').then(({ build }) => build(console.log))" \
 && node -e "import('./scripts/check-bundle.js').then(({ checkBundle }) => checkBundle())"
# Only what runs: the packages the API and the migration need, without tools, tests and stand-ins.
RUN rm -rf node_modules apps/*/node_modules packages/*/node_modules prisma/node_modules \
 && CI=true npx --yes "$(node -p "require('./package.json').packageManager")" install --prod --frozen-lockfile --ignore-scripts --filter "@medspil/api..."

FROM node:24-bookworm-slim
ENV NODE_ENV=production MEDSPIL_MODE=production PORT=3000 \
    STATIC_FAMILY=/medspil/apps/family/dist STATIC_DESK=/medspil/apps/desk/dist
WORKDIR /medspil
COPY --from=build /medspil/package.json ./
COPY --from=build /medspil/node_modules node_modules
COPY --from=build /medspil/apps/api/package.json apps/api/package.json
COPY --from=build /medspil/apps/api/node_modules apps/api/node_modules
COPY --from=build /medspil/apps/api/dist apps/api/dist
COPY --from=build /medspil/apps/family/dist apps/family/dist
COPY --from=build /medspil/apps/desk/dist apps/desk/dist
COPY --from=build /medspil/packages/ledger packages/ledger
COPY --from=build /medspil/packages/domain packages/domain
COPY --from=build /medspil/packages/db packages/db
COPY --from=build /medspil/prisma/sql prisma/sql
COPY --from=build /medspil/prisma/schema prisma/schema
COPY --from=build /medspil/prisma/migrations prisma/migrations
USER node
EXPOSE 3000
CMD ["node", "--max-semi-space-size=128", "apps/api/dist/server.js"]
