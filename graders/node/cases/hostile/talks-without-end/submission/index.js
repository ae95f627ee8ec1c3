// An error that every test would repeat, until the report is too long for anybody.
throw new Error(`${'x'.repeat(1_000_000)} and the end`);
