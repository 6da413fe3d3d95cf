import { useSignal } from '@preact/signals'
import { codeFor, type Language } from '../model/code.ts'
import { draft, setup } from '../state.ts'
import { Listing } from './listing.tsx'

const LANGUAGES: readonly Language[] = ['curl', 'fetch', '@tc3-edge/faceid']

export function CodePanel() {
  const language = useSignal<Language>('curl')
  const copied = useSignal(false)
  const code = codeFor(language.value, draft.value, setup.value?.upstream ?? '')
  const copy = async () => {
    await navigator.clipboard.writeText(code)
    copied.value = true
    setTimeout(() => {
      copied.value = false
    }, 2_000)
  }
  return (
    <>
      <div class="heading">
        <h3 id="code-title">The same in code</h3>
        <button type="button" class="quiet" onClick={copy}>
          <span role="status">{copied.value ? 'Copied' : 'Copy'}</span>
        </button>
      </div>
      <fieldset class="languages" aria-labelledby="code-title">
        {LANGUAGES.map((name) => (
          <label key={name}>
            <input
              type="radio"
              name="language"
              checked={language.value === name}
              onChange={() => {
                language.value = name
              }}
            />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      <Listing name="Code">{code}</Listing>
    </>
  )
}
