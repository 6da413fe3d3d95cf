/** The outcomes of a verification that the page offers, by their names in the emulator. */
export const verificationOutcomes = [
  { outcome: 'passed', name: 'It passes' },
  { outcome: '2016', name: 'The face differs from the document' },
  { outcome: '1201', name: 'Too dark or too bright' },
  { outcome: '1002', name: 'Suspected spoofing' },
  { outcome: 'warned-card', name: 'The card is rejected' },
  { outcome: 'edited-ocr', name: 'It passes, card text edited by the user' },
  { outcome: 'late', name: 'No result at first, then it passes' },
  { outcome: 'unfinished', name: 'The user gives up' },
] as const

export type VerificationOutcome = (typeof verificationOutcomes)[number]['outcome']
