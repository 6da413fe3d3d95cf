// Follows the system between light and dark, as the page around it does.
const dark = matchMedia('(prefers-color-scheme: dark)')

const colours = {
  light: { theme: 'light', 'primary-color': '#0b57c2', 'nav-bg-color': '#f5f6f8', 'nav-text-color': '#3a404b' },
  dark: { theme: 'dark', 'primary-color': '#7db0ff', 'nav-bg-color': '#14161a', 'nav-text-color': '#c4cad4' },
}

function paint() {
  const attributes = Object.entries(dark.matches ? colours.dark : colours.light)
  for (const [name, value] of attributes) document.querySelector('rapi-doc')?.setAttribute(name, value)
}

paint()
dark.addEventListener('change', paint)
