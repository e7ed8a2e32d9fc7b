import type { Term } from '@leb-renew/core';
import { counter } from '../counter.ts';
import type { CheckoutWords } from '../messages.ts';
import { al, il } from './article.ts';
import { problem } from './problem.ts';

const count = counter('it');

const length = (term: Term): string =>
  'days' in term
    ? count(term.days, { one: '# giorno', many: '# di giorni', other: '# giorni' })
    : term.months % 12 === 0
      ? count(term.months / 12, { one: '# anno', many: '# di anni', other: '# anni' })
      : count(term.months, { one: '# mese', many: '# di mesi', other: '# mesi' });

const lost = (days: number): string =>
  days === 0
    ? 'nulla va perso'
    : count(days, {
        one: '# giorno pagato va perso',
        many: '# di giorni pagati vanno persi',
        other: '# giorni pagati vanno persi',
      });

/** `time` is a time of day, or a date with its time. */
const until = (time: string): string => (/\d{4}/.test(time) ? `fino ${al(time)}` : `fino alle ${time}`);

export const checkout: CheckoutWords = {
  tag: 'it',
  title: 'Controlla e paga',
  loading: 'Calcolo del prezzo',
  term: length,
  expires: (moment, zone) => `Scade ${il(moment)} (${zone})`,
  ended: (moment, zone) => `Scaduta ${il(moment)} (${zone})`,
  plan: 'Piano',
  switched: 'Non è il piano attuale della tua eSIM',
  now: 'Oggi',
  until: (date) => `Da oggi ${al(date)}`,
  added: (term) => `+ ${length(term)}`,
  gain: (term, losesDays) => `${length(term)} in più, ${lost(losesDays)}`,
  fromToday: (term, losesDays) => `${length(term)} da oggi, ${lost(losesDays)}`,
  startsNow: 'Il nuovo piano inizia adesso.',
  losesDays: (days) =>
    count(days, {
      one: '# giorno che hai già pagato va perso.',
      many: '# di giorni che hai già pagato vanno persi.',
      other: '# giorni che hai già pagato vanno persi.',
    }),
  acceptLoss: (days) =>
    count(days, {
      one: 'Accetto di perdere # giorno già pagato.',
      many: 'Accetto di perdere # di giorni già pagati.',
      other: 'Accetto di perdere # giorni già pagati.',
    }),
  tax: (label, rate) => `${label} (${rate})`,
  total: 'Totale oggi',
  once: 'Un solo pagamento. Nessun rinnovo automatico.',
  direct: 'I tuoi dati di pagamento vanno direttamente al servizio di pagamento, non al negozio.',
  soldBy: (seller) => `Venduto da ${seller}`,
  terms: 'Condizioni',
  heldUntil: (time) => `Questo prezzo è bloccato ${until(time)}.`,
  heldFor: (minutes, time) =>
    minutes === 1
      ? `Questo prezzo è bloccato ancora per meno di un minuto, fino alle ${time}.`
      : `Questo prezzo è bloccato ancora per ${minutes} minuti, fino alle ${time}.`,
  runOutNext: 'Rivedi il prezzo: se qualcosa è cambiato, ti diremo che cosa.',
  seeAgain: 'Rivedi il prezzo',
  changed: 'Ricontrolla: qualcosa è cambiato.',
  sameAsBefore: 'Non è cambiato nulla.',
  priceChanged: (was, now) => `Il prezzo era ${was}; ora è ${now}.`,
  endChanged: (was, now) => `La nuova scadenza era ${il(was)}; ora è ${il(now)}.`,
  lossChanged: (was, now) => `Prima: ${was}. Ora: ${now}.`,
  lost,
  testMode: 'Modalità di prova: nessun movimento di denaro reale.',
  withdrawal: {
    none: 'Dopo l’acquisto non è previsto alcun diritto di recesso.',
    '14-days': 'Puoi recedere da questo acquisto entro 14 giorni.',
    'waived-with-consent':
      'Hai chiesto che il servizio inizi subito: da quel momento non puoi più recedere da questo acquisto.',
  },
  consent:
    'Voglio che il servizio inizi subito. So che da quel momento non potrò più recedere da questo acquisto.',
  agree: 'Continua al pagamento',
  pay: (amount) => `Paga ${amount} e rinnova`,
  back: 'Indietro',
  chooseAgain: 'Scegli di nuovo',
  retry: 'Riprova',
  reload: 'Ricarica la pagina',
  mayBeBlocked: 'Forse lo trattiene un blocco della pubblicità o un filtro della tua rete.',
  look: 'Controlla ora',
  done: 'Fatto',
  ways: 'Modalità di pagamento',
  card: 'Carta',
  formLoading: 'Caricamento del modulo di pagamento',
  opening: 'Preparazione del pagamento',
  confirming: 'Invio del pagamento. Potrebbe esserti chiesto di confermarlo.',
  cancelling: 'Ritorno ai piani.',
  charged: {
    no: 'Non ti è stato addebitato nulla.',
    unknown: 'Non sappiamo ancora se l’importo ti è stato addebitato. Non ti verrà addebitato due volte.',
    yes: 'Il tuo pagamento è arrivato ed è al sicuro.',
  },
  notTwice: 'L’importo non ti verrà addebitato due volte.',
  service: (date) =>
    date === null ? 'Sulla tua eSIM non è cambiato nulla.' : `La tua eSIM funziona ancora fino ${al(date)}.`,
  offline: 'Non si perde nulla. Tutto riprende da solo quando torni online.',
  unreadable: 'Al momento non possiamo mostrare il tuo rinnovo. Ricarica la pagina o contatta il negozio.',
  resumingTitle: 'Il tuo rinnovo',
  resuming: 'Stiamo controllando a che punto è il tuo rinnovo.',
  resumingLong: (wasSent) =>
    wasSent
      ? 'Il negozio non ha ancora risposto. Continuiamo a riprovare. Non pagare di nuovo: se il pagamento è andato a buon fine, è al sicuro e questa pagina lo troverà quando torni.'
      : 'Il negozio non ha ancora risposto. Continuiamo a riprovare; puoi anche tornare indietro e ripassare più tardi.',
  checkingTitle: 'Verifica del pagamento',
  checking: 'Stiamo verificando se il tuo pagamento è andato a buon fine.',
  checkingSafe:
    'Non pagare di nuovo. Questa pagina si aggiorna da sola; se la chiudi, torna qui e continuiamo.',
  checkingLong:
    'Ci vuole più tempo del solito. Puoi chiudere questa pagina: il negozio continua a verificare e la tua eSIM mostrerà l’esito quando torni.',
  receivedTitle: 'Pagamento ricevuto',
  received: 'Stiamo ancora prolungando la validità della tua eSIM.',
  receivedSafe: (amount, number) =>
    `Il tuo pagamento di ${amount} è al sicuro (ricevuta ${number}). Questa pagina si aggiorna da sola; puoi chiuderla.`,
  receivedLong:
    'Ci vuole più tempo del solito. Non serve aspettare qui: il negozio va avanti finché la validità della tua eSIM non è prolungata o il denaro non ti viene restituito.',
  steps: {
    paid: 'Pagamento ricevuto',
    extending: 'Prolungamento della validità',
    active: (date) => `Poi attiva fino ${al(date)}`,
  },
  heldTitle: {
    review: 'Pagamento ricevuto',
    refunding: 'Rimborso in corso',
    refunded: 'Il denaro è stato restituito',
  },
  held: {
    review: () =>
      'Il tuo pagamento è arrivato ed è al sicuro. La validità della tua eSIM non è ancora prolungata: una persona del negozio se ne sta occupando.',
    refunding: (amount, number) =>
      `Non è stato possibile prolungare la validità della tua eSIM. Stiamo restituendo ${amount} sul metodo di pagamento usato (ricevuta ${number}).`,
    refunded: (amount, number) =>
      `Non è stato possibile prolungare la validità della tua eSIM. Abbiamo restituito ${amount} sul metodo di pagamento usato (ricevuta ${number}); la tua banca potrebbe metterci qualche giorno a mostrarlo.`,
  },
  problem,
};
