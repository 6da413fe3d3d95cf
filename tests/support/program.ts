import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** A Node program of ours that listens on loopback. */
export interface Program {
  readonly url: string
  /** Writes a line to its standard input. */
  readonly send: (line: string) => void
  readonly stop: () => Promise<void>
}

/** Starts a program that prints its address, in a process of its own, so that nothing here delays it. */
export function startProgram(path: string, args: readonly string[] = []): Promise<Program> {
  const child = spawn(process.execPath, [path, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const program = {
    send: (line: string) => void child.stdin.write(`${line}\n`),
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
  return new Promise((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? []
      if (url !== undefined) resolve({ url, ...program })
    })
    child.once('exit', (code) => reject(new Error(`${path} ended with ${code}`)))
  })
}
