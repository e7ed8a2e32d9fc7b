import { counter } from '../counter.ts';
import type { JourneyWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('de');

export const journey: JourneyWords = {
  tag: 'de',
  label: 'eSIM verlängern',
  cards: 'Ihre eSIMs',
  noCards: 'In diesem Konto gibt es keine eSIMs.',
  search: 'eSIM nach Name, Region oder den letzten vier Ziffern suchen',
  found: (found, all) => (found === 0 ? `Keine Ihrer ${all} eSIMs heißt so.` : `${found} von ${all} eSIMs`),
  showAll: 'Alle eSIMs anzeigen',
  showMore: (more) => count(more, { one: '# weitere eSIM anzeigen', other: '# weitere eSIMs anzeigen' }),
  receipts: 'Belege',
  receiptsOf: (label) => `Belege zu ${label}`,
  signOut: 'Abmelden',
  allCards: 'Alle eSIMs',
  linkOpened: 'Sie haben einen Link zum Verlängern dieser eSIM geöffnet.',
  everything: 'Anmelden, um alles zu sehen',
  signInToKnow:
    'Eine Zahlung von Ihnen ist vielleicht unterwegs. Melden Sie sich an, um zu sehen, was daraus geworden ist.',
  loading: 'Wird geladen',
  notLoaded: 'Dieser Teil der Seite konnte nicht geladen werden.',
  notLoadedNext: 'Nichts ist verloren. Versuchen Sie es erneut oder laden Sie die Seite neu.',
  retry: 'Erneut versuchen',
  close: 'Schließen',
  sending: 'Ihre Zahlung wird gesendet. Dieses Fenster bleibt offen, bis das erledigt ist.',
  charged: {
    no: 'Es wurde nichts berechnet.',
    unknown:
      'Wir wissen nicht, ob Ihnen etwas berechnet wurde. Bitte fragen Sie den Support, bevor Sie noch einmal zahlen.',
    yes: 'Ihre Zahlung ist eingegangen. Bitte fragen Sie den Support, bevor Sie noch einmal zahlen.',
  },
  reminderSummary: (label) => `${label} läuft ab`,
  reminderText: (label, date) =>
    `${label} funktioniert bis ${date}. Verlängern Sie vorher, um verbunden zu bleiben.`,
  reminderNotice: (label, days) =>
    `${label} läuft ${count(days, { one: 'in # Tag', other: 'in # Tagen' })} ab`,
  problem,
};
