import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Emulator, startEmulator } from './projects/emulator.ts'
import type { Project } from './projects/project.ts'
import { type Copy, copyRepository } from './steps/copy.ts'
import { type Registry, startRegistry } from './steps/registry.ts'
import { type Packed, pack, publish, same, verify, version } from './steps/release.ts'

/** Where releases are rehearsed: a registry and a copy of the repository, in a temporary folder. */
export interface Sandbox {
  readonly folder: string
  readonly registry: Registry
  readonly copy: Copy
  /** A whole release, of everything that the registry does not have. Answers what was released. */
  readonly release: (name: string) => Promise<readonly Packed[]>
  /** The released emulator; started when it is first asked for. */
  readonly emulator: () => Promise<Emulator>
  /** Gets a token in an empty project, and asks the emulator whether that is so. */
  readonly token: (project: Project) => Promise<string>
  readonly close: () => Promise<void>
}

export async function openSandbox(): Promise<Sandbox> {
  const folder = await mkdtemp(join(tmpdir(), 'tc3-edge-rehearsal-'))
  await mkdir(join(folder, 'registry'))
  const registry = await startRegistry(join(folder, 'registry'))
  let started: Promise<Emulator> | undefined
  const emulator = () => {
    started ??= startEmulator(join(folder, 'emulator'), registry)
    return started
  }
  const close = async () => {
    await started?.then(({ stop }) => stop()).catch(() => undefined)
    await registry.close()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const copy = await copyRepository(join(folder, 'copy'), registry)
    return {
      folder,
      registry,
      copy,
      release: (name) => release(copy, registry, join(folder, name)),
      emulator,
      token: async (project) => token(project, { folder, registry, emulator: await emulator() }),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function release(copy: Copy, registry: Registry, folder: string): Promise<readonly Packed[]> {
  await version(copy)
  const packed = await pack(copy, folder)
  await publish(copy, folder)
  await verify(copy, registry, packed)
  return packed
}

async function token(
  project: Project,
  { folder, registry, emulator }: { folder: string; registry: Registry; emulator: Emulator },
): Promise<string> {
  const own = await mkdtemp(join(folder, 'project-'))
  const times = async () => (await emulator.served()).filter((extra) => extra === project.name).length
  const before = await times()
  const printed = (await project.token({ folder: own, registry, endpoint: emulator.url })).trim()
  same(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(printed), true, `that ${project.name} prints a token`)
  same((await times()) - before, 1, `how often the emulator served ${project.name}`)
  return printed
}
