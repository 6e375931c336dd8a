import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;

export default defineConfig({
  root,
  test: {
    projects: [
      { root, test: { name: 'unit', include: ['unit/**/*.test.ts'], testTimeout: 20_000 } },
      { root, test: { name: 'cases', include: ['cases/*.test.ts'] } },
      {
        root,
        test: { name: 'site', include: ['site/**/*.test.ts'], globalSetup: 'site/build.ts', testTimeout: 60_000 },
      },
    ],
  },
});
