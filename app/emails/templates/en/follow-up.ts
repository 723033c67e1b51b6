import type { Words } from '../words';

export const followUp: Words = {
  subject: `Your order {{ orderName }} is still waiting, and not forgotten`,
  preheader: `Where it stands today, and how to wait or cancel, as you like.`,
  heading: `We’re still watching your order`,
  body: `
{% render 'greeting' %}

{% if partlyWaiting %}Part of your order {{ orderName }}{% else %}Your order {{ orderName }}{% endif %} is still waiting. We haven’t forgotten it, or you: we’re keeping an eye on it, and we’re sorry that it takes this long.

{% render 'items' %}

{% if undated %}We still don’t have a date {% if dated %}for everything {% endif %}that we could stand behind. We’re asking the supplier.{% endif %}

{% render 'also' %}

{% render 'money' %}

{% render 'choice' %}

{% render 'sign-off' %}
`,
};
