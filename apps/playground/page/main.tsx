import './styles/page.css'
import './styles/form.css'
import './styles/answer.css'
import './styles/burst.css'
import { render } from 'preact'
import { App } from './parts/app.tsx'
import { load } from './state.ts'

const place = document.getElementById('app')
if (place) render(<App />, place)
load()
