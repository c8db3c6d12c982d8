import { defineConfig } from 'vitest/config';

const RECORD = 'test/record/**/*.test.ts';

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    globalSetup: 'test/record/keep.ts',
    projects: [
      {
        extends: true,
        test: {
          name: 'tests',
          include: ['test/**/*.test.ts'],
          exclude: [RECORD],
          setupFiles: 'test/record/note-file.ts',
          sequence: { groupOrder: 1 },
        },
      },
      { extends: true, test: { name: 'record', include: [RECORD], sequence: { groupOrder: 2 } } },
    ],
  },
});
