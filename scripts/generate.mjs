// npm run generate: the files and registers that the bench works on, from a fixed seed, made once into .cache/bench.
import { runBenchProgram } from './benchProgram.mjs'

await runBenchProgram('generate')
