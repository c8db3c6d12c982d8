import { defineConfig } from 'vitest/config';

const RECORD = 'test/record/**/*.test.ts';

/** The pure rooms keep nothing between files, which can share their modules. */
const CORE =
  'test/{calendar,ticket,metric,policy,clock,escalation,notification,paging,measure,catalogue,laws}/**/*.test.ts';

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    globalSetup: 'test/record/keep.ts',
    setupFiles: 'test/record/note-file.ts',
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: { name: 'core', include: [CORE], isolate: false, sequence: { groupOrder: 1 } },
      },
      {
        extends: true,
        test: { name: 'shell', include: ['test/**/*.test.ts'], exclude: [CORE, RECORD], sequence: { groupOrder: 1 } },
      },
      { extends: true, test: { name: 'record', include: [RECORD], sequence: { groupOrder: 2 } } },
    ],
  },
});
