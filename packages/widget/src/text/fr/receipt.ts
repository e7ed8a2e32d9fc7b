import { counter } from '../counter.ts';
import type { ReceiptWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('fr');

export const receipt: ReceiptWords = {
  tag: 'fr',
  loading: 'Recherche de votre reçu',
  unreadable:
    'Ce reçu ne peut pas être affiché pour le moment. Il est conservé pour vous\u202f; la boutique peut vous l’envoyer.',
  none: 'Il n’y a pas encore de reçu pour cette eSIM.',
  renewed: 'Renouvelée',
  paid: 'Payé',
  activeUntil: (date) => `Active jusqu’au ${date}`,
  ranUntil: (date) => `Ce renouvellement a duré jusqu’au ${date}`,
  stillExtending: 'Payé. La prolongation de votre eSIM est encore en cours.',
  wasCorrected: 'Ce reçu a été rectifié',
  corrected: 'Rectifié',
  correction: 'Rectification',
  correctionOf: (number) => `Rectification du reçu ${number}`,
  correctedBy: 'De l’argent a été renvoyé. Ce reçu a été rectifié par',
  sentTo: (address) => `Nous avons envoyé la confirmation à ${address}`,
  number: 'Reçu',
  amount: 'Payé',
  returned: 'Remboursé',
  tax: (label, rate) => `${label} (${rate})`,
  card: 'eSIM',
  plan: 'Forfait',
  extended: 'Validité',
  paidOn: 'Date',
  seller: 'Vendeur',
  taxId: 'Numéro fiscal',
  reference: 'Référence',
  total: 'Total',
  nothingToInstall: 'Rien à installer\u00a0: l’eSIM qui se trouve sur vos appareils continue de fonctionner.',
  noNetwork:
    'Toujours pas de réseau dans 15 minutes\u202f? Activez puis désactivez une fois le mode avion et vérifiez que l’itinérance des données est activée.',
  withdrawal: {
    none: 'Aucun droit de rétractation n’est accordé après l’achat.',
    '14-days': 'Vous pouvez vous rétracter de cet achat dans un délai de 14 jours.',
    'waived-with-consent':
      'Vous avez demandé que le service commence tout de suite\u00a0: depuis, vous ne pouvez plus vous rétracter de cet achat.',
  },
  save: 'Enregistrer',
  print: 'Imprimer',
  open: 'Ouvrir ou imprimer',
  reminder: 'Me le rappeler',
  calendar: 'Ajouter au calendrier',
  done: 'Terminé',
  safe: 'Votre paiement est en sécurité et le reçu est conservé pour vous.',
  retry: 'Réessayer',
  past: 'Reçus de cette eSIM',
  shown: 'affiché ci-dessus',
  more: (more) =>
    count(more, {
      one: 'Afficher # autre reçu',
      many: 'Afficher # d’autres reçus',
      other: 'Afficher # autres reçus',
    }),
  document: (number) => `Reçu ${number}`,
  problem,
};
