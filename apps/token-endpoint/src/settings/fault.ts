/** Why a setting can't be used, in words that may be shown: they never hold the setting's value. */
export class Fault extends Error {
  override readonly name = 'Fault'
}
