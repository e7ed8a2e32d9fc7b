import type {
  Answer,
  BeginRequest,
  CardList,
  CodeRequest,
  Handoff,
  LinkRequest,
  PasswordRequest,
  PlanList,
  Problem,
  Quote,
  QuoteRequest,
  Receipt,
  ReceiptList,
  Renewal,
  ResetRequest,
  Session,
  SignInAnswer,
  SignInRequest,
} from './contract/index.ts';
import type { PaymentOutcome } from './renewal/outcome.ts';
import type { Ticket } from './renewal/ticket.ts';

/** The contract as functions. Each resolves to a value or a problem and never rejects. */
export interface RenewalApi {
  /** Uses this session from now on, or none. Signing in does it by itself. */
  authorize(token: string | null): void;
  signIn(request: SignInRequest): Promise<Answer<SignInAnswer>>;
  verifyCode(request: CodeRequest): Promise<Answer<SignInAnswer>>;
  requestReset(request: ResetRequest): Promise<Answer<null>>;
  /** Works once. `link-ended` when the token was used, has expired, or was never good. */
  setPassword(request: PasswordRequest): Promise<Answer<null>>;
  /** Opens the one card that a renewal link is for. Changes nothing; the same link opens it again. */
  openLink(request: LinkRequest): Promise<Answer<Session>>;
  /**
   * Goes on with the session that this browser has kept a cookie of, if it has; else with the one in use, whose token has
   * ended. `not-signed-in` where there is none.
   */
  refreshSession(): Promise<Answer<Session>>;
  signOut(): Promise<Answer<null>>;
  cards(options?: CallOptions): Promise<Answer<CardList>>;
  plans(
    request: { cardRef: string; currency?: string | undefined },
    options?: CallOptions,
  ): Promise<Answer<PlanList>>;
  /** Newest first. `not-found` from a server that is older than this call. */
  receipts(request: { cardRef: string }, options?: CallOptions): Promise<Answer<ReceiptList>>;
  quote(request: QuoteRequest): Promise<Answer<Quote>>;
  /** Safe to repeat: one quote begins one renewal. */
  begin(request: BeginRequest): Promise<Answer<Renewal>>;
  /** With `refresh` the server asks the payment provider before it answers. */
  renewal(
    ticket: TicketKey,
    options?: CallOptions & { readonly refresh?: boolean },
  ): Promise<Answer<Renewal>>;
  cancel(ticket: TicketKey): Promise<Answer<Renewal>>;
  receipt(ticket: TicketKey, options?: CallOptions): Promise<Answer<Receipt>>;
}

/** How a caller follows a question. */
export interface CallOptions {
  /** Once it is aborted nobody waits any more: the call resolves to the problem `aborted`. */
  readonly signal?: StopSignal | undefined;
}

/** The part of an `AbortSignal` that core uses. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** The device's connection. Knows of a network, not of a way to the server. */
export interface Connection {
  isOnline(): boolean;
  /** Calls back whenever there is a connection again. Returns the way to stop. */
  onBack(call: () => void): () => void;
}

/** The part of a ticket that opens a renewal. */
export type TicketKey = Pick<Ticket, 'renewalId' | 'renewalToken'>;

/** Time comes from the server; a device's clock is only used to count what has passed since. */
export interface Clock {
  /** The server's time now, epoch ms. */
  now(): number;
  /** Calls back after `ms`. Returns the way to stop it. */
  after(ms: number, call: () => void): () => void;
}

/** Keeps one ticket across reloads of the page. */
export interface TicketStorage {
  load(): Ticket | null;
  save(ticket: Ticket): void;
  clear(): void;
}

/** What a payment form tells while it is open. */
export type PaymentFormEvent =
  | { readonly type: 'ready' }
  | { readonly type: 'complete'; readonly complete: boolean }
  /** The ways to pay that the form really offers, as the provider names them. Told again when they change. */
  | { readonly type: 'methods'; readonly methods: readonly string[] }
  | { readonly type: 'blocked'; readonly problem: Problem };

/** A payment form on the page. `Container` is the place it was opened in; core does not know what that is. */
export interface PaymentForm {
  on(listener: (event: PaymentFormEvent) => void): () => void;
  /**
   * Sends the payment. Settles in every case, with `leaving` before the page is left. A second call while one is
   * under way is the same call.
   */
  confirm(): Promise<PaymentOutcome>;
  focus(): void;
  /** Follows a change of theme or language without losing what was typed. */
  restyle(view: PaymentView): void;
  dispose(): void;
}

/** How a payment form is to look and speak. */
export interface PaymentView {
  /** BCP 47. */
  readonly locale: string;
  /**
   * Resolved design tokens by name: colours as `accent` → `rgb(31, 102, 189)`, sizes as `radius` → `12px`, `font`, and two
   * that say how: `scheme` (`light` or `dark`) and `motion` (`full` or `reduced`).
   */
  readonly tokens: ReadonlyMap<string, string>;
}

/** A payment provider in the browser. The handoff it gets was made by the server's gateway of the same name. */
export interface PaymentPort<Container> {
  readonly provider: string;
  open(
    handoff: Handoff,
    container: Container,
    view: PaymentView & { readonly returnUrl: string },
  ): Promise<Answer<PaymentForm>>;
}
