// Named before the PostgreSQL suite, so that it cannot pass by quietly running on SQLite.
if (!process.env.TEST_DATABASE_URL) {
  console.error(
    'TEST_DATABASE_URL is missing: the address of an empty PostgreSQL database that the tests may fill and wipe.\n' +
      'With PostgreSQL installed, `npm run test:pg:local` starts a throwaway server for one run.',
  )
  process.exit(1)
}
