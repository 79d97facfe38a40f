/** Countries that owners of rights here sit in, as addresses and columns of offices name them; whoever sits there is not of the city. */
const inChinese = '日本|美国|韩国|大韩民国|德国|法国|英国|瑞士|荷兰|意大利|瑞典|芬兰|丹麦|挪威|奥地利|比利时|西班牙|葡萄牙|卢森堡|爱尔兰|以色列|加拿大|澳大利亚|新西兰|新加坡|马来西亚|泰国|印度尼西亚|印度|越南|俄罗斯|乌克兰|波兰|捷克|匈牙利|土耳其|巴西|墨西哥|南非|沙特阿拉伯|英属维尔京群岛|开曼群岛|列支敦士登|冰岛|希腊'
const codes = 'JP|US|KR|DE|FR|GB|CH|NL|IT|SE|FI|DK|NO|AT|BE|ES|PT|LU|IE|IL|CA|AU|NZ|SG|MY|TH|IN|ID|VN|RU|PL|CZ|HU|TR|BR|MX|ZA|VG|KY'
const inEnglish = 'Japan|JP|United States(?: of America)?|U\\.?S\\.?A?\\.?|(?:Republic of |South )?Korea|Germany|France|United Kingdom|England|Switzerland|(?:The )?Netherlands|Italy|Sweden|Finland|Denmark|Austria|Belgium|Spain|Canada|Australia|Singapore|Israel|India'

/** A name or code alone, or an address that begins with it; 韩国路 and 德国企业中心 are places here. */
const named = new RegExp(`^(?:(?:${inChinese})$|(?:${codes})$|(?:${inChinese})(?!.{0,8}(?:路|街|城|村|园|中心|风情|产业|工业|企业)))`, 'u')
const endsAbroad = new RegExp(`,\\s*(?:${inEnglish})[\\s.\\d-]*$`, 'iu')

/** Whether a place or address names another country. */
export function isAbroad(text: string): boolean {
  return named.test(text) || endsAbroad.test(text)
}
