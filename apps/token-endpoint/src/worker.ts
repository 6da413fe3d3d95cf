import { app } from './app.ts'

export { Gate } from './gate/gate-object.ts'

export default { fetch: app.fetch }
