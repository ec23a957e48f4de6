import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

export { html }

/** Escaped HTML, as hono's `html` tag makes it. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

const css = `
*{box-sizing:border-box}
body{margin:0;font:400 18px/28px "IBM Plex Sans",system-ui,sans-serif;color:#1E2629;background:#fff;font-variant-numeric:tabular-nums}
header{background:#0F5A5E;color:#fff}
header>div,main{max-width:860px;margin:0 auto;padding:16px 20px}
header a{color:#fff;margin-right:20px;display:inline-block;padding:10px 0}
header .eks{border:1px dashed #fff;border-radius:6px;padding:2px 8px;font-size:14px}
main{padding-bottom:64px}
h1{font:600 32px/38px inherit;font-size:32px;line-height:38px;text-wrap:balance;margin:24px 0 8px}
h2{font-size:22px;line-height:28px;margin:40px 0 8px}
p{max-width:58ch;margin:8px 0}
a{color:#0A4145}
.hint{color:#4C565A;font-size:16px;line-height:24px}
ul.rows{list-style:none;margin:0;padding:0;border-top:1px solid #DFD8CC}
ul.rows>li{border-bottom:1px solid #DFD8CC}
button,.button{font:inherit;min-height:48px;padding:10px 20px;border-radius:6px;border:1px solid #857F74;background:#fff;color:#1E2629;cursor:pointer;text-decoration:none;display:inline-block}
button.main,.button.main{background:#0F5A5E;border-color:#0F5A5E;color:#fff;min-height:56px}
button.row{display:block;width:100%;text-align:left;border:0;border-radius:0;padding:14px 8px;min-height:64px}
button.row:hover{background:#FAF7F2}
button.row b{display:block;font-weight:600}
button.row span{display:block;color:#4C565A;font-size:16px;line-height:24px}
form.line{display:inline-block;margin:0 8px 8px 0}
label{display:block;font-weight:600;margin:16px 0 4px}
input,select{font:inherit;min-height:48px;padding:8px 12px;border:1px solid #857F74;border-radius:6px;width:100%;max-width:400px;background:#fff;color:#1E2629}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;font-size:16px;line-height:24px;background:#FAF7F2;border-radius:12px;padding:16px 20px;margin:8px 0}
.no{background:#FDECE6;color:#92331B;border-radius:12px;padding:12px 20px}
.fact{background:#FAF7F2;border-radius:12px;padding:12px 20px}
.tag{display:inline-block;border-radius:14px;padding:0 12px;background:#E4F1F8;color:#14506B;font-size:16px}
.tag.yes{background:#E7F3E2;color:#28591F}.tag.wait{background:#FFF3D6;color:#6B4700}
table{border-collapse:collapse;width:100%;font-size:16px;line-height:24px}
th,td{text-align:left;padding:8px 12px 8px 0;border-bottom:1px solid #DFD8CC;vertical-align:top}
td.sum,th.sum{text-align:right}
.wide{overflow-x:auto}
:focus-visible{outline:3px solid #1E2629;outline-offset:3px}
header :focus-visible{outline-color:#fff}
`

/** The frame of every stand-in page: Danish, one heading, links to the others. */
export function page(title: string, body: Html): Html {
  return html`<!doctype html>
<html lang="da">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title} – omverdenen</title><style>${raw(css)}</style></head>
<body>
<header><div><nav aria-label="Omverdenen"><span class="eks">kun til udvikling</span>
<a href="/">Omverdenen</a><a href="/broker/personas">Personer</a><a href="/inbox">Indbakke</a><a href="/stripe">Stripe</a><a href="/clock">Ur</a></nav></div></header>
<main><h1>${title}</h1>${body}</main>
</body></html>`
}

/** A simulated moment for reading, in Danish time. */
export const danishTime = (milliseconds: number) =>
  new Intl.DateTimeFormat('da-DK', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Copenhagen' }).format(milliseconds)

/** Øre as Danish kroner. */
export const kroner = (ore: number) => `${new Intl.NumberFormat('da-DK', { minimumFractionDigits: 2 }).format(ore / 100)}\u00a0kr.`
