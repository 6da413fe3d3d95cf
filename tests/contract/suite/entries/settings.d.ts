/** What the bundler puts in place of it: the settings of one run, as a text of JSON. */
declare module 'suite-settings' {
  const settings: string
  export default settings
}
