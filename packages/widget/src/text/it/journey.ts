import { counter } from '../counter.ts';
import type { JourneyWords } from '../messages.ts';
import { al } from './article.ts';
import { problem } from './problem.ts';

const count = counter('it');

export const journey: JourneyWords = {
  tag: 'it',
  label: 'Rinnova la tua eSIM',
  cards: 'Le tue eSIM',
  noCards: 'In questo account non ci sono eSIM.',
  search: 'Cerca una eSIM per nome, regione o ultime quattro cifre',
  found: (found, all) =>
    found === 0 ? `Nessuna delle tue ${all} eSIM si chiama così.` : `${found} di ${all} eSIM`,
  showAll: 'Mostra tutte le eSIM',
  showMore: (more) =>
    count(more, {
      one: 'Mostra un’altra eSIM',
      many: 'Mostra altri # di eSIM',
      other: 'Mostra altre # eSIM',
    }),
  receipts: 'Ricevute',
  receiptsOf: (label) => `Ricevute di ${label}`,
  signOut: 'Esci',
  allCards: 'Tutte le eSIM',
  linkOpened: 'Hai aperto un link per rinnovare questa eSIM.',
  everything: 'Accedi per vedere tutto',
  signInToKnow: 'Un tuo pagamento potrebbe essere in corso. Accedi per vedere com’è andato.',
  loading: 'Caricamento',
  notLoaded: 'Non è stato possibile caricare questa parte della pagina.',
  notLoadedNext: 'Non si perde nulla. Riprova o ricarica la pagina.',
  retry: 'Riprova',
  close: 'Chiudi',
  sending: 'Invio del pagamento in corso. Questa finestra resta aperta finché non è terminato.',
  charged: {
    no: 'Non è stato addebitato nulla.',
    unknown:
      'Non sappiamo se l’importo ti è stato addebitato. Chiedi all’assistenza prima di pagare di nuovo.',
    yes: 'Il tuo pagamento è arrivato. Chiedi all’assistenza prima di pagare di nuovo.',
  },
  reminderSummary: (label) => `${label} scade`,
  reminderText: (label, date) =>
    `${label} funziona fino ${al(date)}. Rinnova prima di allora per non restare senza rete.`,
  reminderNotice: (label, days) =>
    `${label} ${count(days, { one: 'scade tra # giorno', many: 'scade tra # di giorni', other: 'scade tra # giorni' })}`,
  problem,
};
