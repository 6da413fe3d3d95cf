/** One thing that is wrong with the parameters of a call. */
export interface ParameterIssue {
  /** The name of the parameter, with dots into nested ones; empty where the parameters as a whole are wrong. */
  readonly parameter: string
  readonly rule: 'unknown' | 'missing' | 'type' | 'value' | 'format' | 'length'
  /** What is wrong and what would be right. Never holds the value. */
  readonly message: string
}
