import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { app, protocol } from 'electron'

export const appScheme = 'app'
/** Host of the window's page within the scheme; print previews have theirs in a session of their own. */
export const windowHost = 'window'

/** Where the window's files come from while developing: electron-vite's server, never in a packaged program. */
export function developmentServer(): string | null {
  return app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null)
}

const rendererFolder = join(import.meta.dirname, '../renderer')

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Before the app is ready: app:// behaves like https (own origin, modules, content security policy). */
export function claimAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])
}

/** Serves out/renderer under app://, each page with its own nonce for the styles that antd and AG Grid write. */
export function serveApp(): void {
  protocol.handle(appScheme, async (request) => {
    const path = fileOf(request.url)
    if (path === null) return new Response(null, { status: 404 })
    const body = await readFile(path).catch(() => null)
    if (body === null) return new Response(null, { status: 404 })
    const type = contentTypes[extname(path)] ?? 'application/octet-stream'
    return extname(path) === '.html' ? pageResponse(body.toString('utf8'), type) : new Response(new Uint8Array(body), { headers: { 'Content-Type': type } })
  })
}

/** Of the window's own host alone, and nothing above its folder. */
function fileOf(url: string): string | null {
  const { host, pathname } = new URL(url)
  if (host !== windowHost) return null
  const path = normalize(join(rendererFolder, decodeURIComponent(pathname)))
  return path.startsWith(rendererFolder + sep) ? path : null
}

function pageResponse(page: string, type: string): Response {
  const nonce = randomBytes(16).toString('base64')
  return new Response(page.replaceAll('__NONCE__', nonce), {
    headers: { 'Content-Type': type, 'Content-Security-Policy': contentSecurityPolicy(nonce) },
  })
}

/** Nothing from outside, no inline script, styles only from our files or with this page's nonce; what it asks for goes by the bridge. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
