import { bundleForTests } from '../bundled_asides.ts'

// Loaded before the server in a process of its own.
bundleForTests()
