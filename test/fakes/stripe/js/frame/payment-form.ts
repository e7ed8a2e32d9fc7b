import type { CardTyped, FormValue, FrameContent } from '../messages.ts';
import { valueOf } from './card.ts';
import { brands, wordsIn } from './words.ts';

type Content = Extract<FrameContent, { kind: 'payment' }>;
type Field = keyof CardTyped;

const fields = {
  number: { autocomplete: 'cc-number', placeholder: '1234 1234 1234 1234' },
  expiry: { autocomplete: 'cc-exp', placeholder: 'MM / YY' },
  cvc: { autocomplete: 'cc-csc', placeholder: 'CVC' },
} as const satisfies Record<Field, object>;
const fieldNames = Object.keys(fields) as Field[];

/** The form of the Payment Element: methods to choose from, and fields for a card. */
export function paymentForm(content: Content, locale: string, changed: (value: FormValue) => void) {
  let words = wordsIn(locale);
  const make = <Name extends keyof HTMLElementTagNameMap>(name: Name, className = '') =>
    Object.assign(document.createElement(name), { className });
  const element = make('fieldset');
  const legend = make('legend');
  const alert = make('p');
  alert.role = 'alert';
  const radios = new Map<string, HTMLInputElement>();
  const names = new Map<string, HTMLElement>();
  const more = new Map<string, HTMLElement>();
  const inputs = new Map<Field, HTMLInputElement>();
  const labels = new Map<Field, HTMLElement>();

  for (const method of content.methods) {
    const radio = Object.assign(make('input'), { type: 'radio', name: 'method', value: method });
    const [label, name, below, item] = [
      make('label'),
      make('span'),
      make('div', 'more'),
      make('div', 'item'),
    ];
    label.append(radio, name);
    item.append(label, below);
    radios.set(method, radio);
    names.set(method, name);
    more.set(method, below);
    if (method === 'card') below.append(...fieldNames.map(field), alert);
    else below.append(make('p'));
    element.append(item);
  }
  element.prepend(legend);
  element.disabled = content.readOnly;
  if (!content.collapsed) choose(content.methods[0]);
  speak(locale, content);
  element.addEventListener('input', (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === 'radio') choose(event.target.value);
    alert.textContent = '';
    changed(value());
  });

  return { element, value, speak, focus, blur, clear, collapse, play, showFault };

  function field(name: Field): HTMLElement {
    const label = make('label', 'field');
    const text = make('span');
    const input = Object.assign(make('input'), {
      name,
      autocomplete: fields[name].autocomplete,
      placeholder: fields[name].placeholder,
      inputMode: 'numeric',
      dir: 'ltr',
    });
    label.append(text, input);
    labels.set(name, text);
    inputs.set(name, input);
    return label;
  }

  function typed(name: Field): string {
    return inputs.get(name)?.value ?? '';
  }

  function value(): FormValue {
    const method = [...radios].find(([, { checked }]) => checked)?.[0] ?? null;
    const card = { number: typed('number'), expiry: typed('expiry'), cvc: typed('cvc') };
    return valueOf(method, card, words);
  }

  function choose(method: string | null | undefined): void {
    for (const [each, radio] of radios) {
      radio.checked = each === method;
      more.get(each)!.hidden = each !== method;
    }
  }

  function speak(next: string, { readOnly }: Content): void {
    words = wordsIn(next);
    document.documentElement.lang = next === 'auto' ? '' : next;
    document.documentElement.dir = words.direction;
    legend.textContent = words.methods;
    element.disabled = readOnly;
    for (const [method, name] of names) {
      name.textContent = method === 'card' ? words.card : (brands[method] ?? method);
      const told = method === 'card' ? null : more.get(method)!.firstElementChild;
      if (told) told.textContent = method === 'wechat_pay' ? words.code : words.away;
    }
    for (const [name, label] of labels) label.textContent = words[name];
  }

  function focus(): void {
    const { method, fault } = value();
    const wrong = fieldNames.find((name) => fault?.code.includes(name)) ?? 'number';
    (method === 'card' ? inputs.get(wrong) : radios.get(method ?? content.methods[0] ?? ''))?.focus();
  }

  function blur(): void {
    (document.activeElement as HTMLElement | null)?.blur();
  }

  function clear(): void {
    for (const input of inputs.values()) input.value = '';
    alert.textContent = '';
    changed(value());
  }

  function collapse(): void {
    choose(null);
    changed(value());
  }

  function play({ method, card }: { method?: string; card?: Partial<CardTyped> }): void {
    if (method !== undefined) choose(method);
    for (const [name, text] of Object.entries(card ?? {})) inputs.get(name as Field)!.value = text;
    changed(value());
  }

  /** As Stripe does on `elements.submit()`. */
  function showFault(): void {
    const { fault } = value();
    alert.textContent = fault?.message ?? '';
    if (fault) focus();
  }
}
