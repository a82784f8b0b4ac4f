/**
 * Loaded before every test file. The suite runs where it is already tomorrow for most of the Danish day, so a date
 * that is read in the machine's own zone comes out wrong and is seen; CI runs it once more far to the west.
 */
process.env.TZ = process.env.TEST_TZ ?? 'Pacific/Kiritimati'
