import { type Field, itemsOf } from '../model/fields.ts'
import { isLocked, type ParameterRule, ruleFor } from '../model/parameter-rule.ts'
import { callerKind, preset, texts, unlocked } from '../state/form.ts'
import { problem } from '../state/verification.ts'

export function ParameterField({ field }: { field: Field }) {
  const rule = ruleFor(preset.value, callerKind.value, field.name)
  const error = problem.value?.errors.find(({ parameter }) => parameter === field.name)?.message
  const id = `parameter-${field.name}`
  const note = noteOf(rule)
  const locked = isLocked(rule) && !unlocked.value
  const inputProps = { field, rule, id, locked, invalid: error !== undefined }
  const boxes = field.type === 'list' && field.choices.length > 0
  const head = (
    <>
      {locked && <Lock />} {field.name}
      {note !== undefined && <small> {note}</small>}
    </>
  )
  return (
    <div class="field">
      {boxes ? <span id={`${id}-label`}>{head}</span> : <label for={id}>{head}</label>}
      {boxes ? <Boxes {...inputProps} /> : <Input {...inputProps} />}
      {error !== undefined && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <div class="hint" id={`${id}-hint`}>
        <Prose text={field.description} />
      </div>
    </div>
  )
}

export function Lock() {
  return (
    <svg class="lock" viewBox="0 0 16 16" width="13" height="13" aria-hidden="true">
      <path d="M3 7h10v7H3zM5 7V5a3 3 0 0 1 6 0v2" />
    </svg>
  )
}

function noteOf(rule: ParameterRule): string | undefined {
  if (rule.kind === 'fixed') return `fixed by the preset: ${JSON.stringify(rule.value)}`
  if (rule.kind === 'not-allowed') return 'not for this caller to choose'
  return rule.kind === 'listed' ? 'some values only' : undefined
}

interface InputProps {
  readonly field: Field
  readonly rule: ParameterRule
  readonly id: string
  readonly locked: boolean
  readonly invalid: boolean
}

function setText(name: string, text: string): void {
  texts.value = { ...texts.value, [name]: text }
}

function Input({ field, rule, id, locked, invalid }: InputProps) {
  const shared = {
    id,
    value: locked ? '' : (texts.value[field.name] ?? ''),
    disabled: locked,
    'aria-invalid': invalid,
    'aria-describedby': describedBy(id, invalid),
    onInput: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      setText(field.name, currentTarget.value),
  }
  const empty = field.fallback === undefined ? '' : `${field.fallback} (default)`
  if (field.type === 'choice' || field.type === 'boolean') {
    return (
      <select {...shared}>
        <option value="">{empty || 'not sent'}</option>
        {choicesOf(field, rule).map(({ value, meaning }) => (
          <option key={String(value)} value={String(value)}>
            {meaning === undefined ? String(value) : `${value}: ${meaning.replaceAll('`', '')}`}
          </option>
        ))}
      </select>
    )
  }
  const example = field.example === undefined ? '' : `such as ${field.example}`
  const placeholder = empty || (field.type === 'list' ? 'separated by commas' : example)
  if (field.type === 'long-text') return <textarea {...shared} rows={2} placeholder={placeholder} spellcheck={false} />
  const mode = field.type === 'number' ? 'numeric' : 'text'
  return <input {...shared} inputMode={mode} placeholder={placeholder} autocomplete="off" spellcheck={false} />
}

/** A list of which the document names the items. */
function Boxes({ field, id, locked, invalid }: InputProps) {
  const items = itemsOf(texts.value[field.name] ?? '')
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need the label inside
    <div role="group" class="boxes" aria-labelledby={`${id}-label`} aria-describedby={describedBy(id, invalid)}>
      {field.choices.map(({ value, meaning }) => {
        const item = String(value)
        const checked = items.includes(item) && !locked
        return (
          <label key={item} class="tick">
            <input
              type="checkbox"
              checked={checked}
              disabled={locked}
              aria-invalid={invalid}
              onChange={() => {
                const others = items.filter((one) => one !== item)
                setText(field.name, (checked ? others : [...others, item]).join(','))
              }}
            />
            <span>
              <code>{item}</code> {meaning}
            </span>
          </label>
        )
      })}
    </div>
  )
}

function describedBy(id: string, invalid: boolean): string {
  return invalid ? `${id}-error ${id}-hint` : `${id}-hint`
}

function choicesOf(field: Field, rule: ParameterRule): Field['choices'] {
  if (field.type === 'boolean') return [true, false].map((value) => ({ value, meaning: undefined }))
  if (rule.kind !== 'listed' || unlocked.value) return field.choices
  // The operator may allow values that the document does not know.
  return rule.values.map(
    (value) => field.choices.find((choice) => choice.value === value) ?? { value, meaning: undefined },
  )
}

/** A description from the document: text and then perhaps a list, with code in backticks. */
function Prose({ text }: { text: string }) {
  const [intro = '', ...items] = text.split(/^- /m)
  return (
    <>
      <WithCode text={intro} />
      {items.length > 0 && (
        <ul>
          {items.map((item) => (
            <li key={item}>
              <WithCode text={item} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function WithCode({ text }: { text: string }) {
  // The pieces at odd positions were in backticks.
  const pieces = text.replaceAll(/\s*\n\s*/g, ' ').split('`')
  return <>{pieces.map((piece, index) => (index % 2 === 1 ? <code key={index}>{piece}</code> : piece))}</>
}
