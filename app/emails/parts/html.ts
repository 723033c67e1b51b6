/*
 * The parts that look different in html. Mail programs know tables and inline styles and little else; the classes are
 * for those that also read the style sheet of the layout (dark mode, small screens). A part that starts with a tag is
 * put in as it stands, so that none may contain a blank line.
 */

const MUTED = 'color:#5f6b76;';

export const PARAGRAPH = 'margin:0 0 18px;font-size:16px;line-height:25px;';

export const htmlParts: Readonly<Record<string, string>> = {
  items: `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:4px 0 22px;">
{%- for group in groups %}
<tr><td class="muted" style="padding:{% if forloop.first %}0{% else %}18px{% endif %} 0 6px;font-size:13px;line-height:18px;font-weight:600;${MUTED}">{{ labels[group.key] }}</td></tr>
{%- for line in group.lines %}
<tr><td class="rule" style="padding:11px 0;border-top:1px solid #e3e6ea;font-size:16px;line-height:23px;"><span{% if group.key == 'cancelled' %} class="muted" style="${MUTED}"{% else %} style="font-weight:600;"{% endif %}>{{ line.quantity }}&nbsp;×&nbsp;{{ line.title }}</span>
{%- if group.key == 'waiting' %}<br><span class="muted" style="font-size:15px;${MUTED}">{% capture note %}{% render 'note', line: line %}{% endcapture %}{{ note | slice: 0, 1 | upcase | raw }}{{ note | slice: 1, 400 | raw }}</span>{% endif %}</td></tr>
{%- endfor %}
{%- endfor %}
</table>`,
  money: `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 22px;">
<tr><td class="box" bgcolor="#f2f5f3" style="padding:14px 18px 15px;background-color:#f2f5f3;border-radius:8px;font-size:16px;line-height:24px;"><span class="muted" style="font-size:13px;line-height:20px;font-weight:600;${MUTED}">{{ labels.money }}</span><br>{{ money }}</td></tr>
</table>`,
  tracking: `{% if trackingNumbers.size > 0 %}<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 22px;">
<tr><td class="box" bgcolor="#f2f5f3" style="padding:14px 18px 15px;background-color:#f2f5f3;border-radius:8px;font-size:17px;line-height:25px;font-weight:600;word-break:break-word;"><span class="muted" style="font-size:13px;line-height:20px;${MUTED}">{{ labels.tracking }}</span>{% for number in trackingNumbers %}<br>{{ number }}{% endfor %}</td></tr>
</table>{% endif %}`,
  choice: `<p style="${PARAGRAPH}">{% render 'offer' %}</p>
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 12px;">
<tr><td class="button" bgcolor="#1f5c46" style="background-color:#1f5c46;border-radius:8px;"><a class="button-link" href="{{ choiceLink }}" style="display:inline-block;padding:13px 26px;font-size:16px;line-height:22px;font-weight:600;color:#ffffff;text-decoration:none;">{{ labels.button }}</a></td></tr>
</table>
<p class="muted" style="margin:0 0 20px;font-size:13px;line-height:19px;${MUTED}">{{ labels.bareLink }}<br><a class="link" href="{{ choiceLink }}" style="color:#1f5c46;word-break:break-all;">{{ choiceLink }}</a></p>
<p style="${PARAGRAPH}">{% render 'silence' %}</p>`,
  pay: `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px;">
<tr><td class="button" bgcolor="#1f5c46" style="background-color:#1f5c46;border-radius:8px;"><a class="button-link" href="{{ paymentLink }}" style="display:inline-block;padding:13px 26px;font-size:16px;line-height:22px;font-weight:600;color:#ffffff;text-decoration:none;">{{ labels.pay }} {{ payment.due }}</a></td></tr>
</table>
<p class="muted" style="margin:-8px 0 20px;font-size:13px;line-height:19px;${MUTED}">{{ labels.bareLink }}<br><a class="link" href="{{ paymentLink }}" style="color:#1f5c46;word-break:break-all;">{{ paymentLink }}</a></p>`,
  'or-cancel': `<p style="margin:0;font-size:16px;line-height:25px;">{% render 'no-longer' %}</p>
<p style="margin:0 0 18px;font-size:13px;line-height:19px;"><a class="link" href="{{ choiceLink }}" style="color:#1f5c46;word-break:break-all;">{{ choiceLink }}</a></p>`,
  'sign-off': `<p style="margin:26px 0 0;font-size:16px;line-height:25px;font-weight:600;">{{ shopName }}</p>`,
};

/** Keeps the body's first words out of the line that mail programs show beside the subject. */
const PADDING = '&#847;&zwnj;&nbsp;'.repeat(60);

export const htmlLayout = `<!doctype html>
<html lang="{{ lang }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>{{ subject }}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 480px) {
  .outer { padding: 0 !important; }
  .card { padding: 26px 20px 30px !important; border-radius: 0 !important; }
  .footer { padding: 18px 20px 26px !important; }
}
@media (prefers-color-scheme: dark) {
  .page { background-color: #14181b !important; }
  .card { background-color: #1d2327 !important; color: #eceff1 !important; }
  .box { background-color: #273035 !important; }
  .muted, .footer { color: #a9b4bc !important; }
  .rule { border-color: #353f45 !important; }
  .button { background-color: #bfe3d2 !important; }
  .button-link { color: #0d2a20 !important; }
  .link { color: #bfe3d2 !important; }
}
</style>
</head>
<body class="page" style="margin:0;padding:0;background-color:#eef0f1;-webkit-text-size-adjust:100%;">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all;">{{ preheader }}${PADDING}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#eef0f1" style="background-color:#eef0f1;">
<tr><td class="outer" align="center" style="padding:28px 12px 0;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;text-align:left;font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;">
<tr><td class="card" bgcolor="#ffffff" style="padding:34px 38px 36px;background-color:#ffffff;border-radius:12px;color:#1c2329;">
<p class="muted" style="margin:0 0 20px;font-size:14px;line-height:20px;font-weight:600;color:#5f6b76;">{{ shopName }}</p>
<h1 style="margin:0 0 20px;font-size:25px;line-height:32px;font-weight:700;letter-spacing:-0.2px;">{{ heading }}</h1>
{{ content | raw }}
</td></tr>
<tr><td class="footer" style="padding:18px 38px 32px;font-size:13px;line-height:19px;color:#5f6b76;">{% render 'footer' %}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>`;
