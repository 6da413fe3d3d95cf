import './styles/page.css'
import './styles/form.css'
import './styles/verification.css'
import './styles/burst.css'
import { render } from 'preact'
import { App } from './components/app.tsx'
import { load } from './state/server.ts'

const root = document.getElementById('app')
if (root) render(<App />, root)
load()
