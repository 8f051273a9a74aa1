/** A child that is gone before it has said that it is ready. */
process.exit(1);
