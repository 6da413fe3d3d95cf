export { default, Gate } from '../../../apps/token-endpoint/src/worker.ts'
