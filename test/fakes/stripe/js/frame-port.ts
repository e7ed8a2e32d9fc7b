import { greeting, type FromFrame, type FormValue, type ToFrame } from './messages.ts';

/** A frame of the double with a page of its own in it. */
export interface FramePort {
  readonly element: HTMLIFrameElement;
  tell(message: ToFrame): void;
  /** Resolves to what the form holds once it has done so. */
  ask(message: (id: number) => ToFrame): Promise<FormValue>;
  /** Takes it out of the page. */
  remove(): void;
}

let frames = 0;
let questions = 0;

/** `open` runs each time a page is there to talk to: once, and again whenever the frame was moved and lost its page. */
export function openFrame(
  { src, title, parent }: { src: string; title: string; parent: Element },
  open: (frame: FramePort) => void,
  heard: (message: FromFrame) => void,
): FramePort {
  const element = document.createElement('iframe');
  element.name = `__privateStripeFrame${(frames += 1)}`;
  element.title = title;
  element.allow = 'payment *; publickey-credentials-get *';
  element.src = src;
  element.style.cssText =
    'border:0!important;margin:0!important;padding:0!important;width:100%!important;min-width:100%!important;display:block!important;user-select:none!important;color-scheme:light only!important';

  let port: MessagePort | undefined;
  const waiting = new Map<number, (value: FormValue) => void>();
  const frame: FramePort = {
    element,
    tell: (message) => port?.postMessage(message),
    ask: (message) =>
      new Promise((resolve) => {
        const id = (questions += 1);
        waiting.set(id, resolve);
        port?.postMessage(message(id));
      }),
    remove() {
      port?.close();
      element.remove();
    },
  };

  element.addEventListener('load', () => {
    const channel = new MessageChannel();
    port?.close();
    port = channel.port1;
    port.onmessage = ({ data }: MessageEvent<FromFrame>) => {
      if (data.type !== 'answer') return heard(data);
      waiting.get(data.id)?.(data.value);
      waiting.delete(data.id);
    };
    element.contentWindow?.postMessage(greeting, '*', [channel.port2]);
    open(frame);
  });
  parent.append(element);
  return frame;
}
