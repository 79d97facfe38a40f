import './app/language'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { installTokens } from './app/theme/installTokens'
import './app/theme/base.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

installTokens()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
