import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');

export default defineConfig({
  root,
  test: {
    // Of two cores Vitest would leave one idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['tests/unit/{elements,import,library,markdown,shelf,text}/**/*.test.ts'],
          testTimeout: 20_000,
          // They leave nothing behind, and loading the same modules for each file took a third of the time.
          isolate: false,
        },
      },
      {
        root,
        test: {
          name: 'commands',
          include: ['tests/unit/*.test.ts', 'tests/unit/{commands,integrations}/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      { root, test: { name: 'cases', include: ['tests/cases/*.test.ts'] } },
      {
        root,
        test: {
          name: 'site',
          include: ['tests/site/*.test.ts'],
          globalSetup: 'tests/site/build.ts',
          testTimeout: 180_000,
          // They read the same sites, and what one has parsed another need not.
          isolate: false,
        },
      },
    ],
  },
});
