const error = new Error('owned\n'.repeat(2_000_000));
error.name = 'owned'.repeat(1_000_000);
throw error;
