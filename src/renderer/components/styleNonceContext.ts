import { createContext } from 'react'

/** Nonce for components that write their own styles. */
export const StyleNonceContext = createContext('')
