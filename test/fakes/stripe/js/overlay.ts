import { openFrame } from './frame-port.ts';
import type { FrameContent, OverlayChoice } from './messages.ts';
import type { World } from './world.ts';

/** Lays a dialog over the page, in its body as Stripe.js does, and waits for what the customer does with it. */
export function ask(
  { settings, hooks }: World,
  content: Exclude<FrameContent, { kind: 'payment' }>,
): Promise<OverlayChoice> {
  const box = document.createElement('div');
  box.style.cssText =
    'position:fixed!important;inset:0!important;z-index:2147483647!important;display:grid!important;place-items:center!important;background:rgb(0 0 0/.5)!important';
  document.body.append(box);
  return new Promise((resolve) => {
    const done = (choice: OverlayChoice) => {
      frame.remove();
      box.remove();
      delete hooks.overlay;
      resolve(choice);
    };
    const frame = openFrame(
      {
        src: settings.frame,
        title: content.kind === 'wechat-pay' ? 'WeChat Pay' : '3D Secure 2 authentication',
        parent: box,
      },
      ({ tell }) => {
        tell({ type: 'show', content, look: { locale: 'auto', appearance: {} } });
        hooks.overlay = { kind: content.kind, element: box, answer: done };
      },
      (message) => {
        if (message.type === 'chosen') done(message.choice);
      },
    );
    frame.element.style.cssText +=
      'width:min(100%,400px)!important;min-width:0!important;height:400px!important';
  });
}
