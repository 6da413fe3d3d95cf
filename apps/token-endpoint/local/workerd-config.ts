export interface WorkerdConfig {
  readonly entryModule: string
  readonly compatibilityDate: string
  readonly compatibilityFlags: readonly string[]
  /** Settings that workerd takes from its environment, so that no secret is written to a file. */
  readonly settings: readonly string[]
  /** Where the gate's object keeps its state. */
  readonly stateFolder: string
  readonly port: number
}

/** The configuration of a workerd that serves the bundled Worker on loopback (Cap'n Proto text). */
export function workerdConfig(config: WorkerdConfig): string {
  const text = (value: string) => JSON.stringify(value)
  const bindings = [
    '(name = "GATE", durableObjectNamespace = "Gate")',
    ...config.settings.map((name) => `(name = ${text(name)}, fromEnvironment = ${text(name)})`),
  ]
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "endpoint", worker = (
      modules = [(name = "worker.js", esModule = embed ${text(config.entryModule)})],
      compatibilityDate = ${text(config.compatibilityDate)},
      compatibilityFlags = [${config.compatibilityFlags.map(text).join(', ')}],
      bindings = [${bindings.join(', ')}],
      durableObjectNamespaces = [(className = "Gate", uniqueKey = "tc3-edge-gate", enableSql = true)],
      durableObjectStorage = (localDisk = "state"),
    )),
    (name = "internet", network = (allow = ["public", "private"], tlsOptions = (trustBrowserCas = true))),
    (name = "state", disk = (path = ${text(config.stateFolder)}, writable = true)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${config.port}", http = (), service = "endpoint")],
);
`
}
