declare module 'workerd' {
  // A CommonJS module with `exports.default`, as Node hands it to an ES module.
  const workerd: { readonly default: string }
  export default workerd
}
