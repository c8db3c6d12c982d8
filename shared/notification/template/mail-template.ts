/** The pieces of a mail in HTML with their slots: made from infra/mail-template/mail.mjml by `npm run mail`, not by hand. */
export const MAIL_TEMPLATE = {
  mail: `<!doctype html>
<html lang="{{language}}" dir="ltr" xmlns="http://www.w3.org/1999/xhtml" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head>
<title>{{subject}}</title>
<!--[if !mso]><!-->
<meta http-equiv="X-UA-Compatible" content="IE=edge">
<!--<![endif]-->
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style type="text/css">
#outlook a { padding:0; }
body { margin:0;padding:0;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%; }
table, td { border-collapse:collapse;mso-table-lspace:0pt;mso-table-rspace:0pt; }
img { border:0;height:auto;line-height:100%; outline:none;text-decoration:none;-ms-interpolation-mode:bicubic; }
p { display:block;margin:13px 0; }
</style>
<!--[if mso]>
<noscript>
<xml>
<o:OfficeDocumentSettings>
<o:AllowPNG/>
<o:PixelsPerInch>96</o:PixelsPerInch>
</o:OfficeDocumentSettings>
</xml>
</noscript>
<![endif]-->
<!--[if lte mso 11]>
<style type="text/css">
.mj-outlook-group-fix { width:100% !important; }
</style>
<![endif]-->
<style type="text/css">
@media only screen and (min-width:480px) {
.mj-column-per-100 { width:100% !important; max-width: 100%; }
}
</style>
<style media="screen and (min-width:480px)">
.moz-text-html .mj-column-per-100 { width:100% !important; max-width: 100%; }
</style>
<style type="text/css">
:root { color-scheme: light dark; supported-color-schemes: light dark; }
a { color: #175cd3; }
@media only screen and (max-width: 479px) {
.card > table > tbody > tr > td { padding: 24px 16px !important; }
.foot > table > tbody > tr > td { padding: 16px 17px 8px !important; }
}
@media (prefers-color-scheme: dark) {
.page, .page > div { background-color: #0f1216 !important; }
.card, .card > table { background: #181c22 !important; }
.card > table > tbody > tr > td { border-color: #2b313a !important; }
.ink > div, .ink > table, .ink h1, .ink h2, .ink th, .ink td { color: #e8eaee !important; }
.muted > div, .ink .muted { color: #a3abb7 !important; }
.line { border-color: #2b313a !important; }
.box { background: #212730 !important; }
.plain { border-color: #4a5361 !important; }
a, .here { color: #8ab4ff !important; }
.button a { color: #ffffff !important; }
.plain a { color: #e8eaee !important; }
.tone-warning { color: #fdb022 !important; }
.tone-breach, .tone-overdue { color: #ff8a80 !important; }
.tone-age { color: #c3cad4 !important; }
.label.tone-warning { background: #3a2b0b !important; }
.label.tone-breach, .label.tone-overdue { background: #421c1a !important; }
.label.tone-age { background: #2b313a !important; }
}
</style>
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="date=no, address=no">
</head>
<body  class="page" style="word-spacing:normal;background-color:#f3f4f6;">
<div style="display:none;font-size:1px;color:#ffffff;line-height:1px;max-height:0px;max-width:0px;opacity:0;overflow:hidden;">{{preview}}</div>
<div
aria-label="{{subject}}" aria-roledescription="email" role="article" lang="{{language}}" dir="ltr" style="word-spacing:normal;background-color:#f3f4f6;"
>
<!--[if mso | IE]><table align="center" border="0" cellpadding="0" cellspacing="0" class="" role="presentation" style="width:600px;" width="600" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div  style="margin:0px auto;max-width:600px;">
<table
align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:100%;"
>
<tbody>
<tr>
<td
style="direction:ltr;font-size:0px;padding:24px 8px;text-align:center;"
>
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="card-outlook" width="600px" ><table align="center" border="0" cellpadding="0" cellspacing="0" class="card-outlook" role="presentation" style="width:584px;" width="584" bgcolor="#ffffff" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div  class="card" style="background:#ffffff;background-color:#ffffff;margin:0px auto;max-width:584px;border-radius:12px;overflow:hidden;">
<table
align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="background:#ffffff;background-color:#ffffff;width:100%;border-collapse:separate;"
>
<tbody>
<tr>
<td
style="border:1px solid #e3e6ea;border-radius:12px;direction:ltr;font-size:0px;padding:32px;text-align:center;"
>
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="" style="vertical-align:top;width:518px;" ><![endif]-->
<div
class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;"
>
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" style="vertical-align:top;" width="100%"
>
<tbody>
<tr>
<td
align="left" class="ink" style="font-size:0px;padding:0;word-break:break-word;"
>
<div
style="font-family:-apple-system, BlinkMacSystemFont, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif;font-size:15px;line-height:1.55;text-align:left;color:#1b1f24;"
><span class="label tone-{{kind}}" style="display:inline-block;padding:2px 10px;border-radius:12px;font-size:13px;font-weight:600;color:{{tone}};background:{{ground}}"><bdi>{{label}}</bdi></span>
<h1 style="margin:12px 0 0;font-size:22px;line-height:1.35;font-weight:600;color:#1b1f24"><bdi>{{headline}}</bdi></h1></div>
</td>
</tr>
{{ticket}}{{due}}
<tr>
<td
align="left" class="ink" style="font-size:0px;padding:20px 0 0;word-break:break-word;"
>
<div
style="font-family:-apple-system, BlinkMacSystemFont, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif;font-size:15px;line-height:1.55;text-align:left;color:#1b1f24;"
><div class="box" style="padding:12px 16px;border-radius:8px;background:#f3f4f6">
<h2 style="margin:0 0 2px;font-size:15px;line-height:1.55;font-weight:600;color:#1b1f24">{{todoLabel}}</h2>{{todo}}
</div></div>
</td>
</tr>
{{timeline}}{{digest}}{{more}}{{contact}}{{buttons}}{{details}}
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table></td></tr><tr><td class="foot-outlook" width="600px" ><table align="center" border="0" cellpadding="0" cellspacing="0" class="foot-outlook" role="presentation" style="width:584px;" width="584" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div  class="foot" style="margin:0px auto;max-width:584px;">
<table
align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:100%;"
>
<tbody>
<tr>
<td
style="direction:ltr;font-size:0px;padding:16px 33px 8px;text-align:center;"
>
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="" style="vertical-align:top;width:518px;" ><![endif]-->
<div
class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;"
>
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" style="vertical-align:top;" width="100%"
>
<tbody>
<tr>
<td
align="left" class="muted" style="font-size:0px;padding:0;word-break:break-word;"
>
<div
style="font-family:-apple-system, BlinkMacSystemFont, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif;font-size:13px;line-height:1.55;text-align:left;color:#59616c;"
>{{why}}</div>
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table></td></tr></table><![endif]-->
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</div>
</body>
</html>`,
  ticket: `<tr>
<td
align="left" class="ink" style="font-size:0px;padding:6px 0 0;word-break:break-word;"
>
<div
style="font-family:-apple-system, BlinkMacSystemFont, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif;font-size:15px;line-height:1.55;text-align:left;color:#1b1f24;"
><bdi>{{link}}</bdi></div>
</td>
</tr>`,
  link: `<a href="{{url}}" style="color:#175cd3">{{text}}</a>`,
  due: `<tr>
<td
align="left" class="ink" style="font-size:0px;padding:16px 0 0;word-break:break-word;"
>
<div
style="font-family:-apple-system, BlinkMacSystemFont, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif;font-size:15px;line-height:1.55;text-align:left;color:#1b1f24;"
>{{label}}: <b>{{first}}</b>{{dueAgain}}</div>
</td>
</tr>`,
  dueAgain: `<br><span class="muted" style="color:#59616c">= {{time}}</span>`,
  timeline: `<tr>
<td
align="left" class="ink" style="font-size:0px;padding:24px 0 4px;word-break:break-word;"
>
<div
style="font-family:-apple-system, BlinkMacSystemFont, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif;font-size:15px;line-height:1.55;text-align:left;color:#1b1f24;"
><h2 style="margin:0;font-size:15px;line-height:1.55;font-weight:600;color:#1b1f24">{{heading}} <span class="muted" style="font-weight:400;color:#59616c">({{zone}})</span></h2></div>
</td>
</tr>
<tr>
<td
align="left" class="ink" style="font-size:0px;padding:0;word-break:break-word;"
>
<table
cellpadding="0" cellspacing="0" role="presentation" width="100%" border="0" style="color:#1b1f24;font-family:-apple-system, BlinkMacSystemFont, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif;font-size:14px;line-height:1.5;table-layout:auto;width:100%;border:none;"
>
{{moment}}
</table>
</td>
</tr>`,
  moment: `<tr>
<td style="width:14px;padding:3px 8px 3px 0;vertical-align:top;color:#1b1f24"><span aria-hidden="true" class="{{tone}}" style="color:{{colour}}">{{mark}}</span></td>
<td style="width:1%;padding:3px 16px 3px 0;vertical-align:top;white-space:nowrap;color:#1b1f24"><span class="muted" style="color:#59616c">{{when}}</span></td>
<td style="padding:3px 0;vertical-align:top;overflow-wrap:anywhere;font-weight:{{weight}};color:#1b1f24"><bdi>{{what}}</bdi></td>
</tr>`,
  digest: `<tr>
<td
align="left" class="ink" style="font-size:0px;padding:24px 0 0;word-break:break-word;"
>
<table
cellpadding="0" cellspacing="0" width="100%" border="0" style="color:#1b1f24;font-family:-apple-system, BlinkMacSystemFont, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif;font-size:14px;line-height:1.5;table-layout:fixed;width:100%;border:none;"
>
<tr>
<th scope="col" align="left" class="muted line" style="width:92px;padding:0 8px 6px 0;font-size:12px;font-weight:600;word-break:normal;color:#59616c;border-bottom:1px solid #e3e6ea">{{severity}}</th>
<th scope="col" align="left" class="muted line" style="padding:0 0 6px;font-size:12px;font-weight:600;color:#59616c;border-bottom:1px solid #e3e6ea">{{promise}}</th>
</tr>{{row}}
</table>
</td>
</tr>`,
  row: `<tr>
<td class="line" style="padding:10px 12px 10px 0;vertical-align:top;overflow-wrap:anywhere;color:#1b1f24;border-bottom:1px solid #e3e6ea"><b><bdi>{{severity}}</bdi></b></td>
<td class="line" style="padding:10px 0;vertical-align:top;overflow-wrap:anywhere;color:#1b1f24;border-bottom:1px solid #e3e6ea"><b class="tone-{{kind}}" style="color:{{tone}}"><bdi>{{headline}}</bdi></b><br><bdi>{{ticket}}</bdi>{{rowDue}}{{rowAcknowledge}}</td>
</tr>`,
  rowDue: `<br><span class="muted" style="font-size:13px;color:#59616c">{{due}}</span>`,
  rowAcknowledge: `<br><a href="{{url}}" aria-label="{{name}}" style="font-size:13px;color:#175cd3">{{text}}</a>`,
  more: `<tr>
<td
align="left" class="ink" style="font-size:0px;padding:12px 0 0;word-break:break-word;"
>
<div
style="font-family:-apple-system, BlinkMacSystemFont, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif;font-size:15px;line-height:1.55;text-align:left;color:#1b1f24;"
><b>{{text}}</b></div>
</td>
</tr>`,
  contact: `<tr>
<td
align="left" class="ink" style="font-size:0px;padding:20px 0 0;word-break:break-word;"
>
<div
style="font-family:-apple-system, BlinkMacSystemFont, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif;font-size:15px;line-height:1.55;text-align:left;color:#1b1f24;"
><b>{{label}}:</b> <bdi>{{line}}</bdi></div>
</td>
</tr>`,
  buttons: `<tr>
<td
align="left" style="font-size:0px;padding:20px 0 0;word-break:break-word;"
>
<div
style="font-family:-apple-system, BlinkMacSystemFont, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif;font-size:15px;line-height:1.55;text-align:left;color:#1b1f24;"
>{{open}}{{acknowledge}}</div>
</td>
</tr>`,
  open: `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="display:inline-table;margin:0 8px 8px 0;border-collapse:separate"><tr><td class="button" bgcolor="#175cd3" style="border-radius:8px;border:1px solid #175cd3"><a href="{{url}}" style="display:inline-block;padding:9px 16px;font-size:15px;line-height:20px;font-weight:600;color:#ffffff;text-decoration:none">{{text}}</a></td></tr></table>`,
  acknowledge: `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="display:inline-table;margin:0 8px 8px 0;border-collapse:separate"><tr><td class="plain" style="border-radius:8px;border:1px solid #b4bac3"><a href="{{url}}" style="display:inline-block;padding:9px 16px;font-size:15px;line-height:20px;font-weight:600;color:#1b1f24;text-decoration:none">{{text}}</a></td></tr></table>`,
  details: `<tr>
<td
align="left" class="ink" style="font-size:0px;padding:16px 0 4px;word-break:break-word;"
>
<div
style="font-family:-apple-system, BlinkMacSystemFont, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif;font-size:15px;line-height:1.55;text-align:left;color:#1b1f24;"
><h2 style="margin:0;font-size:15px;line-height:1.55;font-weight:600;color:#1b1f24">{{heading}}</h2></div>
</td>
</tr>
<tr>
<td
align="left" class="ink" style="font-size:0px;padding:0;word-break:break-word;"
>
<table
cellpadding="0" cellspacing="0" width="100%" border="0" style="color:#1b1f24;font-family:-apple-system, BlinkMacSystemFont, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif;font-size:14px;line-height:1.5;table-layout:fixed;width:100%;border:none;"
>
{{detail}}
</table>
</td>
</tr>`,
  detail: `<tr>
<th scope="row" align="left" class="muted" style="width:108px;padding:3px 12px 3px 0;vertical-align:top;overflow-wrap:anywhere;font-weight:400;color:#59616c"><bdi>{{label}}</bdi></th>
<td style="padding:3px 0;vertical-align:top;overflow-wrap:anywhere;color:#1b1f24"><bdi>{{value}}</bdi></td>
</tr>`,
} as const;
