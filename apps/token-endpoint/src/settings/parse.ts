import { Fault } from './fault.ts'

export function visible(text: string): string {
  if (!/^[\x21-\x7e]*$/.test(text)) throw new Fault('it holds a space or a character that is not ASCII')
  return text
}

function origin(text: string): string {
  const { protocol, origin: found } = parsed(text)
  if (!/^https?:$/.test(protocol) || found !== text.replace(/\/$/, '')) throw new Fault('it is not')
  return found
}

export function origins(text: string): string[] {
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((entry) => origin(entry))
}

/** HTTPS, or HTTP on this machine. */
export function url(text: string): string {
  const { href } = parsed(text)
  if (isProtected(href)) return href
  throw new Fault('keys that come unprotected can be exchanged on the way')
}

/** An origin by HTTPS, or by HTTP on this machine. */
export function protectedOrigin(text: string): string {
  const found = origin(text)
  if (isProtected(found)) return found
  throw new Fault('photos and tokens must not travel unprotected')
}

function isProtected(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.0\.0\.1)$/.test(hostname))
}

export function region(text: string): string {
  if (!/^[a-z]+-[a-z0-9-]+$/.test(text)) throw new Fault('it is not')
  return text
}

export function whole(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (!Number.isInteger(value) || value < least || value > most) throw new Fault('it is not')
    return value
  }
}

function parsed(text: string): URL {
  if (!URL.canParse(text)) throw new Fault('it is no URL')
  return new URL(text)
}
