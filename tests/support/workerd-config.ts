export interface WorkerdConfig {
  /** The module's path, relative to the configuration. */
  readonly module: string
  readonly compatibilityDate: string
  readonly compatibilityFlags: readonly string[]
  /** Text bindings that workerd takes from its environment, so that no secret is written to a file. */
  readonly environment: readonly string[]
  /** The one class of Durable Objects, and where its objects keep their state. */
  readonly object?: { readonly binding: string; readonly className: string; readonly stateFolder: string }
  /** 0: any free one. */
  readonly port: number
}

/** The configuration of a workerd that serves one Worker on loopback (Cap'n Proto text). Nothing but loopback is reached. */
export function workerdConfig(config: WorkerdConfig): string {
  const { module, compatibilityDate, compatibilityFlags, environment, object, port } = config
  const bindings = environment.map((name) => `(name = ${text(name)}, fromEnvironment = ${text(name)})`)
  if (object) bindings.push(`(name = ${text(object.binding)}, durableObjectNamespace = ${text(object.className)})`)
  const namespaces = object ? [`(className = ${text(object.className)}, uniqueKey = "tests", enableSql = true)`] : []
  const storage = object ? 'durableObjectStorage = (localDisk = "state"),' : ''
  const disks = object ? [`(name = "state", disk = (path = ${text(object.stateFolder)}, writable = true)),`] : []
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "worker", worker = (
      modules = [(name = "worker.js", esModule = embed ${text(module)})],
      compatibilityDate = ${text(compatibilityDate)},
      compatibilityFlags = [${compatibilityFlags.map(text).join(', ')}],
      bindings = [${bindings.join(', ')}],
      durableObjectNamespaces = [${namespaces.join(', ')}],
      ${storage}
    )),
    (name = "internet", network = (allow = ["private"])),
    ${disks.join('')}
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "worker")],
);
`
}

function text(value: string): string {
  return JSON.stringify(value)
}
