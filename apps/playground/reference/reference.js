// Follows the system between light and dark, as the page around it does.
const dark = matchMedia('(prefers-color-scheme: dark)')

function paint() {
  document.querySelector('rapi-doc')?.setAttribute('theme', dark.matches ? 'dark' : 'light')
}

paint()
dark.addEventListener('change', paint)
