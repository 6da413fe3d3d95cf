import { expect, it } from 'vitest'
import { packageManagersAbove } from '../dev/shutdown.ts'

/** From the outermost on, each started by the one before. */
function lineage(...commands: readonly string[]) {
  return new Map(commands.map((command, pid) => [pid, { pid, parent: pid - 1, command: command.split(' ') }]))
}

it.each([
  ['a terminal', '-bash'],
  ['a script', 'bash -c npx start & wait'],
  ['nothing', '/sbin/init'],
])('a start by %s lasts as long as the package managers do', (_, above) => {
  const all = lineage(
    above,
    'npm exec pnpm start',
    'sh -c pnpm start',
    'node /opt/pnpm.cjs start',
    'sh -c node',
    'node',
  )
  expect(packageManagersAbove(5, all)).toStrictEqual([4, 3, 2, 1])
})

it('nobody is watched where a script runs it without a package manager', () => {
  expect(packageManagersAbove(2, lineage('-bash', 'sh run.sh', 'node dev/start.ts'))).toStrictEqual([])
  expect(packageManagersAbove(2, lineage('node test.js', 'sh -c node', 'node dev/start.ts'))).toStrictEqual([])
})

it('a program that a package manager runs may start it and go', () => {
  const all = lineage('npm exec agent', 'node agent.js', 'bash -c pnpm start &', 'pnpm start', 'sh -c node', 'node')
  expect(packageManagersAbove(5, all)).toStrictEqual([4, 3])
})
