import { readdirSync } from 'node:fs'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core'
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin'
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner'
import Mocha from 'mocha'

const FOLDER = 'test/models/rules'
/** Reads the sources themselves, which Stryker has rewritten. */
const NOT_RUN = 'purity.test.ts'

/** Keeps what each test said, for Stryker to read after the run. */
class Listener {
  static tests = []

  constructor(runner) {
    let began = 0
    const keep = (test, status, failure) =>
      Listener.tests.push({
        id: test.fullTitle(),
        name: test.fullTitle(),
        status,
        timeSpentMs: Math.round(performance.now() - began),
        ...failure,
      })
    runner.on('start', () => {
      Listener.tests = []
    })
    runner.on('test', () => {
      began = performance.now()
    })
    runner.on('pass', (test) => keep(test, TestStatus.Success, {}))
    runner.on('fail', (test, error) =>
      keep(test.ctx?.currentTest ?? test, TestStatus.Failed, { failureMessage: error.message || 'failed' }),
    )
  }
}

/**
 * Runs the tests of the rules for Stryker, whose own runner for mocha stops at an older version of it. The files are loaded
 * once; a mutant is switched on by its number, and only the tests that reach it are run.
 */
class RulesRunner {
  static inject = tokens(commonTokens.logger)
  #context = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {})
  #mocha = new Mocha({ reporter: Listener, timeout: 0 })
  #loaded = false
  #namesTests = false

  capabilities() {
    return Promise.resolve({ reloadEnvironment: false })
  }

  async init() {
    this.#mocha.cleanReferencesAfterRun(false)
    const files = readdirSync(FOLDER, { recursive: true })
    for (const name of files.filter((file) => file.endsWith('.test.ts') && file !== NOT_RUN))
      this.#mocha.addFile(path.resolve(FOLDER, name))
    const naming = (test) => {
      if (this.#namesTests) this.#context.currentTestId = test?.fullTitle()
    }
    this.#mocha.suite.beforeEach(function () {
      naming(this.currentTest)
    })
  }

  async dryRun({ coverageAnalysis, disableBail }) {
    this.#namesTests = coverageAnalysis === 'perTest'
    const result = await this.#run(!disableBail, undefined, undefined)
    this.#namesTests = false
    return result.status === DryRunStatus.Complete
      ? { ...result, mutantCoverage: this.#context.mutantCoverage }
      : result
  }

  async mutantRun({ activeMutant, testFilter, disableBail, hitLimit, mutantActivation }) {
    this.#context.hitLimit = hitLimit
    this.#context.hitCount = hitLimit ? 0 : undefined
    const ids = new Set(testFilter)
    this.#mocha.grep({ test: (title) => !testFilter || ids.has(title) })
    return toMutantRunResult(await this.#run(!disableBail, activeMutant.id, mutantActivation))
  }

  async #run(bail, mutant, activation) {
    try {
      if (!this.#loaded) {
        // A mutant in what is worked out while a file loads has to be there before the file is.
        this.#context.activeMutant = activation === 'static' ? mutant : undefined
        await this.#mocha.loadFilesAsync()
        this.#loaded = true
      }
      this.#context.activeMutant = mutant
      bailOut(this.#mocha.suite, bail)
      await new Promise((done) => this.#mocha.run(done))
      const late = determineHitLimitReached(this.#context.hitCount, this.#context.hitLimit)
      return late ?? { status: DryRunStatus.Complete, tests: Listener.tests }
    } catch (error) {
      return { status: DryRunStatus.Error, errorMessage: String(error?.stack ?? error) }
    }
  }
}

/** Stops at the first test that fails: one is enough to kill a mutant. */
function bailOut(suite, bail) {
  suite.bail(bail)
  for (const child of suite.suites) bailOut(child, bail)
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'rules', RulesRunner)]
