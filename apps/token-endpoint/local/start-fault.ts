/** Why nothing was started, in lines for whoever typed the command. */
export class StartFault extends Error {
  override readonly name = 'StartFault'

  constructor(...lines: readonly string[]) {
    super(lines.join('\n'))
  }
}
