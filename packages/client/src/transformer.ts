export { transformer } from '@medspil/contracts/transformer'
