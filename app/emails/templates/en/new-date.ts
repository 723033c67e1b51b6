import type { Words } from '../words';

export const newDate: Words = {
  subject: `{% if dated and moved %}A new date for your order {{ orderName }}{% elsif dated %}A date for your order {{ orderName }}{% elsif moved %}The date of your order {{ orderName }} has moved{% else %}Your order {{ orderName }} is still waiting for a date{% endif %}`,
  preheader: `{% if sooner %}It should ship sooner than we said.{% elsif moved %}It takes longer than we said. You can wait or cancel, as you like.{% else %}What we know now. You can wait or cancel, as you like.{% endif %}`,
  heading: `{% if sooner %}Sooner than we said{% elsif dated and moved %}The date has moved{% elsif dated %}There is a date now{% elsif moved %}The date doesn’t hold{% else %}Still without a date{% endif %}`,
  body: `
{% render 'greeting' %}

{% if sooner %}There is better news about your order {{ orderName }}: we expect it to ship sooner than we told you. We’re sorry that you have to wait at all.{% elsif dated and moved == false %}We can tell you now when we expect your order {{ orderName }} to ship. We’re sorry that you’ve been left without a date until today.{% elsif moved == false %}Your order {{ orderName }} is still waiting, and there is no date yet. We’re sorry.{% else %}The date that we gave you for your order {{ orderName }} doesn’t hold. We’re sorry: you planned with it, and so did we.{% endif %}

{% render 'items' %}

{% if undated %}We don’t have a new date {% if dated %}for everything {% endif %}yet that we could stand behind, and we won’t make one up. We’re asking the supplier.{% endif %}

{% render 'also' %}

{% render 'money' %}

{% render 'choice' %}

{% render 'sign-off' %}
`,
};
