/** The page's nonce, which lets antd, AG Grid and our own tokens write styles under the content security policy. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''
