import { counter } from '../counter.ts';
import type { ReceiptWords } from '../messages.ts';
import { al } from './article.ts';
import { problem } from './problem.ts';

const count = counter('it');

export const receipt: ReceiptWords = {
  tag: 'it',
  loading: 'Ricerca della tua ricevuta',
  unreadable:
    'Al momento non possiamo mostrare questa ricevuta. È conservata per te; il negozio può inviartela.',
  none: 'Non ci sono ancora ricevute per questa eSIM.',
  renewed: 'Rinnovata',
  paid: 'Pagato',
  activeUntil: (date) => `Attiva fino ${al(date)}`,
  ranUntil: (date) => `Questo rinnovo è durato fino ${al(date)}`,
  stillExtending: 'Pagato. Stiamo ancora prolungando la validità della tua eSIM.',
  wasCorrected: 'Questa ricevuta è stata rettificata',
  corrected: 'Rettificata',
  correction: 'Rettifica',
  correctionOf: (number) => `Rettifica della ricevuta ${number}`,
  correctedBy: 'È stato restituito del denaro. Questa ricevuta è stata rettificata da',
  sentTo: (address) => `Abbiamo inviato la conferma a ${address}`,
  number: 'Ricevuta',
  amount: 'Pagato',
  returned: 'Restituito',
  tax: (label, rate) => `${label} (${rate})`,
  card: 'eSIM',
  plan: 'Piano',
  extended: 'Validità',
  paidOn: 'Data',
  seller: 'Venditore',
  taxId: 'Numero fiscale',
  reference: 'Riferimento',
  total: 'Totale',
  nothingToInstall: 'Niente da installare: la eSIM già presente sui tuoi dispositivi continua a funzionare.',
  noNetwork:
    'Ancora nessuna rete tra 15 minuti? Attiva e disattiva una volta la modalità aereo e controlla che il roaming dati sia attivo.',
  withdrawal: {
    none: 'Dopo l’acquisto non è previsto alcun diritto di recesso.',
    '14-days': 'Puoi recedere da questo acquisto entro 14 giorni.',
    'waived-with-consent':
      'Hai chiesto che il servizio iniziasse subito: da quel momento non puoi più recedere da questo acquisto.',
  },
  save: 'Salva',
  print: 'Stampa',
  open: 'Apri o stampa',
  reminder: 'Ricordamelo',
  calendar: 'Aggiungi al calendario',
  done: 'Fatto',
  safe: 'Il tuo pagamento è al sicuro e la ricevuta è conservata per te.',
  retry: 'Riprova',
  past: 'Ricevute di questa eSIM',
  shown: 'mostrata sopra',
  more: (more) =>
    count(more, {
      one: 'Mostra un’altra ricevuta',
      many: 'Mostra altri # di ricevute',
      other: 'Mostra altre # ricevute',
    }),
  document: (number) => `Ricevuta ${number}`,
  problem,
};
