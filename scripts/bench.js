// npm run bench -- NAME: how fast. Prints a table and writes the same figures to bench/out/NAME.json.
import { measure } from './measure.js'

process.exitCode = await measure('bench')
