import type { Field } from '../model/fields.ts'
import { type Openness, opennessOf } from '../model/openness.ts'
import { callerKind, preset, problem, sendClosed, texts } from '../state.ts'
import { Prose } from './prose.tsx'

export function ParameterField({ field }: { field: Field }) {
  const openness = opennessOf(preset.value, callerKind.value, field.name)
  const error = problem.value?.errors.find(({ parameter }) => parameter === field.name)?.message
  const id = `parameter-${field.name}`
  const note = noteOf(openness)
  return (
    <div class="field">
      <label for={id}>
        {field.name}
        {note !== undefined && <small> {note}</small>}
      </label>
      <Input field={field} openness={openness} id={id} invalid={error !== undefined} />
      {error !== undefined && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <p class="hint" id={`${id}-hint`}>
        <Prose text={field.description} />
      </p>
    </div>
  )
}

function noteOf(openness: Openness): string | undefined {
  if (openness.kind === 'fixed') return `fixed by the preset: ${JSON.stringify(openness.value)}`
  if (openness.kind === 'closed') return 'not for this caller to choose'
  return openness.kind === 'some' ? 'some values only' : undefined
}

interface InputProps {
  readonly field: Field
  readonly openness: Openness
  readonly id: string
  readonly invalid: boolean
}

function Input({ field, openness, id, invalid }: InputProps) {
  const choosable = openness.kind === 'open' || openness.kind === 'some' || sendClosed.value
  const shared = {
    id,
    value: choosable ? (texts.value[field.name] ?? '') : '',
    disabled: !choosable,
    'aria-invalid': invalid,
    'aria-describedby': invalid ? `${id}-error ${id}-hint` : `${id}-hint`,
    onInput: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) => {
      texts.value = { ...texts.value, [field.name]: currentTarget.value }
    },
  }
  const empty = field.fallback === undefined ? '' : `${field.fallback} (default)`
  if (field.type === 'choice' || field.type === 'boolean') {
    return (
      <select {...shared}>
        <option value="">{empty || 'not sent'}</option>
        {choicesOf(field, openness).map(({ value, meaning }) => (
          <option key={String(value)} value={String(value)}>
            {meaning === undefined ? String(value) : `${value}: ${meaning.replaceAll('`', '')}`}
          </option>
        ))}
      </select>
    )
  }
  const placeholder = empty || (field.example === undefined ? '' : `such as ${field.example}`)
  if (field.type === 'long-text') return <textarea {...shared} rows={2} placeholder={placeholder} spellcheck={false} />
  const mode = field.type === 'number' ? 'numeric' : 'text'
  return <input {...shared} inputMode={mode} placeholder={placeholder} autocomplete="off" spellcheck={false} />
}

function choicesOf(field: Field, openness: Openness): Field['choices'] {
  if (field.type === 'boolean') return [true, false].map((value) => ({ value, meaning: undefined }))
  if (openness.kind !== 'some' || sendClosed.value) return field.choices
  // The operator may open values that the document does not know.
  return openness.values.map(
    (value) => field.choices.find((choice) => choice.value === value) ?? { value, meaning: undefined },
  )
}
