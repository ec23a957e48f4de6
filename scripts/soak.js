// npm run soak -- NAME: whether it holds for long. Prints a table and writes the same figures to bench/out/soak-NAME.json.
import { measure } from './measure.js'

process.exitCode = await measure('soak')
