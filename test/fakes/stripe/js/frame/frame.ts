/** What runs in a frame of the double. It knows nobody but the script that greets it. */
import { greeting, type FrameContent, type FrameLook, type FromFrame, type ToFrame } from '../messages.ts';
import { dialog } from './dialog.ts';
import { applyLook, sheet } from './look.ts';
import { paymentForm } from './payment-form.ts';

addEventListener('message', function greet({ data, ports: [port] }: MessageEvent) {
  if (data !== greeting || !port) return;
  removeEventListener('message', greet);
  const tell = (message: FromFrame) => port.postMessage(message);
  open(port, tell);
  port.start();
});

function open(port: MessagePort, tell: (message: FromFrame) => void): void {
  const style = new CSSStyleSheet();
  style.replaceSync(sheet);
  document.adoptedStyleSheets = [style];
  let form: ReturnType<typeof paymentForm> | undefined;
  let hadFocus = false;
  const hasFocus = (has: boolean) => {
    if (has !== hadFocus) tell({ type: has ? 'focus' : 'blur' });
    hadFocus = has;
  };

  port.addEventListener('message', ({ data }: MessageEvent<ToFrame>) => {
    switch (data.type) {
      case 'show':
        applyLook(data.look.appearance, document.documentElement);
        show(data.content, data.look);
        return tell({ type: 'shown' });
      case 'restyle':
        applyLook(data.look.appearance, document.documentElement);
        if (data.content.kind === 'payment') form?.speak(data.look.locale, data.content);
        return answer(data.id);
      case 'play':
        form?.play(data);
        return answer(data.id);
      case 'collect':
        form?.showFault();
        return answer(data.id);
      case 'focus':
      case 'blur':
      case 'clear':
      case 'collapse':
        form?.[data.type]();
    }
  });

  function show(content: FrameContent, look: FrameLook): void {
    if (content.kind !== 'payment') return dialog(content, (choice) => tell({ type: 'chosen', choice }));
    form = paymentForm(content, look.locale, (value) => tell({ type: 'changed', value }));
    document.body.replaceChildren(form.element);
    addEventListener('focusin', () => hasFocus(true));
    addEventListener('focusout', ({ relatedTarget }) => hasFocus(relatedTarget !== null));
    addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') tell({ type: 'escape' });
    });
    new ResizeObserver(() => tell({ type: 'height', px: document.body.offsetHeight })).observe(document.body);
  }

  function answer(id: number): void {
    if (form) tell({ type: 'answer', id, value: form.value() });
  }
}
