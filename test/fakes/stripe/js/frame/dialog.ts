import type { FrameContent, OverlayChoice } from '../messages.ts';

const texts: Readonly<
  Record<string, { readonly says: string; readonly choices: Partial<Record<OverlayChoice, string>> }>
> = {
  'three-d-secure': {
    says: 'Your bank asks: is it you? (test)',
    choices: { authorize: 'Complete', fail: 'Fail', close: 'Close' },
  },
  'wechat-pay': {
    says: 'Scan this code with WeChat. (test)',
    choices: { authorize: 'Authorize test payment', fail: 'Fail test payment', close: 'Close' },
  },
};

/** Fills a frame that lies over the page and asks. */
export function dialog(content: FrameContent, choose: (choice: OverlayChoice) => void): void {
  const { says, choices } = texts[content.kind]!;
  const buttons = Object.entries(choices).map(([choice, text]) => {
    const button = Object.assign(document.createElement('button'), { textContent: text });
    button.addEventListener('click', () => choose(choice as OverlayChoice));
    return button;
  });
  const row = document.createElement('div');
  row.append(...buttons);
  const box = Object.assign(document.createElement('main'), { className: 'dialog' });
  box.append(Object.assign(document.createElement('p'), { textContent: says }));
  if (content.kind === 'wechat-pay')
    box.append(Object.assign(new Image(160, 160), { src: content.qrCode, alt: 'QR code' }));
  box.append(row);
  document.body.replaceChildren(box);
  buttons[0]?.focus();
}
