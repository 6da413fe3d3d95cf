const element = document.querySelector('rapi-doc')

// Follows the system between light and dark, as the page around it does.
const dark = matchMedia('(prefers-color-scheme: dark)')

const colours = {
  light: {
    theme: 'light',
    'bg-color': '#ffffff',
    'text-color': '#171a24',
    'primary-color': '#3a4fd0',
    'nav-bg-color': '#f6f7fa',
    'nav-text-color': '#3a404b',
  },
  dark: {
    theme: 'dark',
    'bg-color': '#191c24',
    'text-color': '#e8eaf0',
    'primary-color': '#a2b1ff',
    'nav-bg-color': '#101218',
    'nav-text-color': '#c4cad4',
  },
}

function paint() {
  const attributes = Object.entries(dark.matches ? colours.dark : colours.light)
  for (const [name, value] of attributes) element.setAttribute(name, value)
}

paint()
dark.addEventListener('change', paint)

// RapiDoc calls both ways to authenticate "HTTP Bearer". It shows the type of a scheme that it does not know.
const response = await fetch('/openapi.json')
const openapi = await response.json()
for (const scheme of Object.values(openapi.components.securitySchemes)) {
  scheme.type = scheme.bearerFormat === 'JWT' ? 'JWT of an app user' : 'API key of a backend'
}
await customElements.whenDefined('rapi-doc')
element.loadSpec(openapi)
